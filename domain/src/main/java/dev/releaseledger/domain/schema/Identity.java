package dev.releaseledger.domain.schema;

/** What makes a column an identity column: how insistently, and the sequence inside. */
public record Identity(boolean always, String sequence, SequenceOptions options) {}
