@NullMarked
package dev.releaseledger.app.evidence.report.page;

import org.jspecify.annotations.NullMarked;
