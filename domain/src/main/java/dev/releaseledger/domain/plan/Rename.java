package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A rename that is declared: nothing in two schemas tells it from a drop and an add.
 *
 * @param object what is renamed, by the name it is to have
 * @param part the label of an enum or the attribute of a composite type that is renamed instead
 * @param former the name it had, without quotes
 */
public record Rename(ObjectId object, @Nullable String part, String former) {}
