package dev.releaseledger.domain.diff;

import org.jspecify.annotations.Nullable;

/**
 * One line of a drift report: what was expected, and what was found.
 *
 * @param object the object in words, such as {@code column public.t.c}
 * @param text the whole sentence for people
 */
public record Difference(
    DifferenceKind kind,
    String object,
    String text,
    @Nullable String expected,
    @Nullable String actual) {}
