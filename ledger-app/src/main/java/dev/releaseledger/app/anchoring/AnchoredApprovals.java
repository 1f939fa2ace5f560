package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.EventLog.Recorded;
import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.app.sealing.TransparencyLog.Entry;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.gate.AnchoredApproval;
import dev.releaseledger.evidence.note.Quorum;
import dev.releaseledger.evidence.note.TrustPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Proves of the approvals of a rollout that they are in a checkpoint which others keep, where an
 * apply is to wait for that.
 */
@Component
public class AnchoredApprovals {

  private final EventLog events;
  private final TransparencyLog log;
  private final AnchoredLog anchored;
  private final boolean wanted;

  AnchoredApprovals(
      EventLog events, TransparencyLog log, AnchoredLog anchored, LedgerSettings settings) {
    this.events = events;
    this.log = log;
    this.anchored = anchored;
    this.wanted = settings.evidence().gate() == LedgerSettings.Evidence.Gate.ANCHORED;
  }

  /** The approvals with a proof; null where an apply does not wait for any. */
  public @Nullable Set<AnchoredApproval> of(EnvironmentId environment, String rollout) {
    if (!wanted) {
      return null;
    }
    Set<AnchoredApproval> proven = new HashSet<>();
    for (Recorded recorded : events.ofRollout(environment.stream(), rollout, List.of())) {
      if (recorded.event() instanceof PlanApproved approval && isProven(recorded.position())) {
        proven.add(new AnchoredApproval(approval.actor(), approval.at()));
      }
    }
    return proven;
  }

  /** Whether the event as it is stored has a proof under an anchored checkpoint that holds. */
  private boolean isProven(long position) {
    return log.at(List.of(position)).stream()
        .anyMatch(entry ->
            anchored
                .covering(entry.index())
                .flatMap(log::at)
                .filter(checkpoint -> holds(entry, checkpoint))
                .isPresent());
  }

  private boolean holds(Entry entry, SignedCheckpoint checkpoint) {
    TrustPolicy own = new TrustPolicy(log.keysAt(checkpoint.size()), Map.of(), new Quorum.None());
    // The leaf is made of the bytes of the event, and not taken from beside it.
    return log.proof(entry.index(), checkpoint).verify(entry.event().leaf().bytes(), own).isGood();
  }
}
