package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.policy.gate.AnchoredApproval;
import dev.releaseledger.domain.policy.gate.Facts.Opening;
import dev.releaseledger.domain.policy.gate.Facts.Promoted;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What gates are judged by and an environment does not know itself.
 *
 * @param policy the rules, as they are kept under their digest
 * @param rules the digest of the rules, or null where none were adopted
 * @param impact what the plan does, by the newest look at the databases
 * @param review what the contract says to it
 * @param authors the actors who wrote the commits, by the newest look at who is who
 * @param descends whether the ref descends from the current release's commit
 * @param promoted the same schema in the environment before this one, or null
 * @param opening whether a maintenance window is open, or null where none is declared
 * @param projectFreeze the freeze of the whole project, or null
 * @param anchored the approvals that others keep the proof of, or null where nobody asks for that
 */
public record Circumstances(
    Policy policy,
    @Nullable String rules,
    Impact impact,
    PolicyReview review,
    List<String> authors,
    boolean descends,
    @Nullable Promoted promoted,
    @Nullable Opening opening,
    @Nullable ProjectFrozen projectFreeze,
    @Nullable Set<AnchoredApproval> anchored) {
  public Circumstances {
    authors = List.copyOf(authors);
    anchored = anchored == null ? null : Set.copyOf(anchored);
  }
}
