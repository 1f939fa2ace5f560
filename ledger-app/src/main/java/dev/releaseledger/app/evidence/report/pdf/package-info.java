/** A report on paper: PDF. */
@org.jspecify.annotations.NullMarked
package dev.releaseledger.app.evidence.report.pdf;
