package dev.releaseledger.domain.schema;

/** What makes a column a generated one. */
public record Generated(String expression, boolean stored) {}
