/** The evidence of a release once more, for reading: HTML, PDF, Markdown and OSCAL. */
@org.jspecify.annotations.NullMarked
package dev.releaseledger.app.evidence.report;
