package dev.releaseledger.projections.drift;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the last comparison of an environment's databases found.
 *
 * @param status {@code clean} or {@code drifted}
 * @param occasion why it was compared, see {@code DriftCheck}
 * @param report the artifact with every difference
 */
public record DriftRow(
    String project,
    String environment,
    String status,
    Instant checkedAt,
    String occasion,
    SortedMap<String, String> expected,
    SortedMap<String, String> observed,
    List<String> differences,
    int differenceCount,
    @Nullable String report) {}
