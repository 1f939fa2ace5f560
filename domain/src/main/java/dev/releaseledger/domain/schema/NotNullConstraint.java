package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/**
 * The NOT NULL constraint of a column, from PostgreSQL 18 on, where it is not as the server makes
 * it by itself.
 *
 * @param name its name, or null when the server chose it
 */
public record NotNullConstraint(
    @Nullable String name, boolean validated, boolean noInherit, @Nullable String comment) {}
