package dev.releaseledger.projections.environments;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An environment as it stands.
 *
 * @param drift {@code unknown}, {@code clean} or {@code drifted}
 */
public record EnvironmentRow(
    String project,
    String environment,
    SortedMap<String, String> connections,
    int approvalsRequired,
    @Nullable String freezeReason,
    @Nullable String release,
    String drift) {}
