package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.domain.diff.Diff;

/** What differs between the schema of a database before and after. */
public record SchemaDiff(String connection, Diff diff) {}
