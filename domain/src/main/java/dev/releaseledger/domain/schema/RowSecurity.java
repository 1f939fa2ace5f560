package dev.releaseledger.domain.schema;

/** Whether policies decide who sees which rows, and whether that holds for the owner as well. */
public record RowSecurity(boolean enabled, boolean forced) {}
