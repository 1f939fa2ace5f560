package dev.releaseledger.projections.environments;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An environment as it stands.
 *
 * @param approvalsAtFirst how many approvals it asked for before it adopted a policy
 * @param policyVersion which of the policies it adopted holds, or 0 when it never adopted one
 * @param marked {@code development} or {@code production}
 * @param drift {@code unknown}, {@code clean} or {@code drifted}
 */
public record EnvironmentRow(
    String project,
    String environment,
    SortedMap<String, String> connections,
    int approvalsRequired,
    int approvalsAtFirst,
    int policyVersion,
    String marked,
    @Nullable String freezeReason,
    @Nullable String release,
    String drift) {}
