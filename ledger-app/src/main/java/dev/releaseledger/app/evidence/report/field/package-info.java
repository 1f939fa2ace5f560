/** What auditors ask for, field by field, and what a ledger answers. */
@org.jspecify.annotations.NullMarked
package dev.releaseledger.app.evidence.report.field;
