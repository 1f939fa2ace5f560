@NullMarked
package dev.releaseledger.app.evidence.report.field;

import org.jspecify.annotations.NullMarked;
