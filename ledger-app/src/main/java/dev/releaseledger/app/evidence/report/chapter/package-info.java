/** The sections of a report, one class for each. */
@org.jspecify.annotations.NullMarked
package dev.releaseledger.app.evidence.report.chapter;
