package dev.releaseledger.projections.schemahistory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a release made of one object.
 *
 * @param position where in the ledger the release is
 * @param number the version's place among those of its release
 * @param object the object as {@code ObjectId} writes it, by the name it has now or had last
 * @param former the name it had before, or null when that is the same
 * @param change {@code added}, {@code changed}, {@code renamed} or {@code removed}
 * @param diff what became of its parts, as JSON
 * @param cause why the release pointer moved
 */
public record SchemaVersion(
    long position,
    int number,
    String connection,
    String object,
    @Nullable String former,
    String change,
    String diff,
    String release,
    @Nullable String ref,
    String cause,
    @Nullable String rollout,
    String actor,
    Instant at) {}
