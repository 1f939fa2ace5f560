package dev.releaseledger.projections.releases;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One move of an environment's release pointer. */
public record ReleaseRow(
    long position,
    String project,
    String environment,
    String release,
    @Nullable String ref,
    SortedMap<String, String> schemas,
    SortedMap<String, String> snapshots,
    String cause,
    @Nullable String rollout,
    @Nullable String previous,
    @Nullable String reason,
    String actor,
    Instant at) {}
