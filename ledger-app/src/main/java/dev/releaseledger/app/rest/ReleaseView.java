package dev.releaseledger.app.rest;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A release on the wire, as one environment has or had it. */
record ReleaseView(
    String id,
    String project,
    @Nullable String ref,
    String fingerprint,
    SortedMap<String, String> schemas,
    String environment,
    Instant advancedAt,
    String advancedBy,
    String cause,
    @Nullable String rolloutId,
    @Nullable String previous,
    @Nullable String reason,
    boolean current) {}
