package dev.releaseledger.domain.diff;

import org.jspecify.annotations.Nullable;

/**
 * One aspect in which two objects are not the same, such as the type of a column.
 *
 * @param before what it was, or null where it was not there
 * @param after what it is, or null where it is not there
 */
public record AspectChange(String aspect, @Nullable String before, @Nullable String after) {}
