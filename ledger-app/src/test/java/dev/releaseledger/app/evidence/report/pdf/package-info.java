@NullMarked
package dev.releaseledger.app.evidence.report.pdf;

import org.jspecify.annotations.NullMarked;
