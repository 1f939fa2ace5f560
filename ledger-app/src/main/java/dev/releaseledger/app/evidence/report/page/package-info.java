/** A report as a page without a form, and its forms for the screen: HTML and Markdown. */
@org.jspecify.annotations.NullMarked
package dev.releaseledger.app.evidence.report.page;
