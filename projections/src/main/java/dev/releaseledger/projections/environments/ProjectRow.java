package dev.releaseledger.projections.environments;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A project as it is listed. */
public record ProjectRow(
    String name,
    String repository,
    SortedMap<String, String> connections,
    @Nullable String freezeReason,
    Instant createdAt,
    String createdBy) {}
