package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.gate.Facts;
import dev.releaseledger.domain.policy.gate.Gates;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what the gates of a rollout are judged by. */
public final class GateFacts {

  private static final String FREEZE = "freeze";

  private GateFacts() {}

  /** The gates of a rollout as they would be judged if it were to run now. */
  public static List<Gate> judge(
      Environment environment,
      Rollout rollout,
      Circumstances circumstances,
      String trigger,
      String executor,
      Instant now) {
    Facts facts =
        new Facts(
            now,
            trigger,
            rollout.proposal().at(),
            circumstances.impact(),
            circumstances.review(),
            new Facts.People(rollout.proposal().actor(), executor, authors(rollout, circumstances)),
            rollout.ballot(),
            records(environment, rollout, circumstances.projectFreeze()),
            ground(environment, rollout, circumstances, now));
    return Gates.judge(circumstances.policy(), facts);
  }

  /** Who was known as one when the plan was proposed, and who is now. */
  private static Set<String> authors(Rollout rollout, Circumstances circumstances) {
    Set<String> all = new HashSet<>(rollout.terms().authors());
    all.addAll(circumstances.authors());
    return all;
  }

  private static Facts.Records records(
      Environment environment, Rollout rollout, @Nullable ProjectFrozen freeze) {
    Records records =
        freeze == null ? rollout.records() : rollout.records().withoutWaiverOf(FREEZE, freeze.at());
    return new Facts.Records(
        environment.backups().stream()
            .map(it -> new Facts.Backup(it.takenAt(), it.verified(), it.restoreTestedAt()))
            .toList(),
        records.waived(),
        records.evidence(),
        records.has(NoteKind.RECOVERY) || records.has(NoteKind.ROLLBACK_PLAN),
        records.has(NoteKind.DATA_STRATEGY),
        records.has(NoteKind.SECURITY_IMPACT));
  }

  private static Facts.Ground ground(
      Environment environment, Rollout rollout, Circumstances circumstances, Instant now) {
    return new Facts.Ground(
        environment.freezeReason(),
        circumstances.projectFreeze() == null ? null : circumstances.projectFreeze().reason(),
        environment.drifted(),
        circumstances.descends(),
        circumstances.promoted(),
        circumstances.opening(),
        environment.awaitingReview().stream()
            .filter(it -> !it.id().equals(rollout.id()))
            .filter(it -> isPast(it.emergency(), now))
            .map(Rollout::id)
            .toList(),
        circumstances.anchored());
  }

  private static boolean isPast(
      EnvironmentEvent.@Nullable EmergencyDeclared emergency, Instant now) {
    return emergency != null && emergency.reviewDue().isBefore(now);
  }
}
