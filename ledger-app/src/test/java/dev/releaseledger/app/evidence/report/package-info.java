@NullMarked
package dev.releaseledger.app.evidence.report;

import org.jspecify.annotations.NullMarked;
