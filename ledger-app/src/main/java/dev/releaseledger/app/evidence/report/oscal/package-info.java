/** A report as assessment results of OSCAL. */
@org.jspecify.annotations.NullMarked
package dev.releaseledger.app.evidence.report.oscal;
