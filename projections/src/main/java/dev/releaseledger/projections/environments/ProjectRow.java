package dev.releaseledger.projections.environments;

import java.time.Instant;
import java.util.SortedMap;

/** A project as it is listed. */
public record ProjectRow(
    String name,
    String repository,
    SortedMap<String, String> connections,
    Instant createdAt,
    String createdBy) {}
