package dev.releaseledger.domain.record;

import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftResolved;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentFrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentUnfrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.OfRollout;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that the ledger has about a rollout.
 *
 * @param stream the events of its environment, oldest first: all that are about the rollout, and of
 *     the others at least those that are told of beside them
 * @param plan its plan
 * @param rehearsal what rehearsing the plan showed
 * @param review what the policy said to the plan, or null where it said nothing
 * @param impact what the plan does, or null where that was not kept
 * @param names the name of an actor, by the actor's id
 */
public record Dossier(
    String rollout,
    List<Entry> stream,
    Plan plan,
    PlanRehearsal rehearsal,
    @Nullable PolicyReview review,
    @Nullable Impact impact,
    UnaryOperator<String> names) {

  /** What a record tells of though it is about no rollout: the rules and the backup there were. */
  public static final Set<Class<? extends EnvironmentEvent>> BESIDE =
      Set.of(PolicyAdopted.class, BackupRecorded.class);

  /** What files tell of, also of other rollouts: the databases as they were before. */
  public static final Set<Class<? extends EnvironmentEvent>> BESIDE_IN_FILES =
      Set.of(PolicyAdopted.class, BackupRecorded.class, PlanProposed.class, ReleaseAdvanced.class);

  public Dossier {
    stream = List.copyOf(stream);
  }

  /** The rollout that an event is about, or null. */
  public static @Nullable String rolloutOf(EnvironmentEvent event) {
    return switch (event) {
      case OfRollout e -> e.rollout();
      case ApplyRefused e -> e.rollout();
      case DriftCheckPassed e -> e.rollout();
      case DriftDetected e -> e.rollout();
      case ReleaseAdvanced e -> e.rollout();
      case EnvironmentCreated e -> null;
      case PolicyAdopted e -> null;
      case EnvironmentFrozen e -> null;
      case EnvironmentUnfrozen e -> null;
      case DriftResolved e -> null;
      case BackupRecorded e -> null;
    };
  }

  /** The events that are about the rollout. */
  public List<Entry> own() {
    return stream.stream().filter(it -> rollout.equals(rolloutOf(it.event()))).toList();
  }

  /** How it came before the environment. */
  public PlanProposed proposal() {
    return own().stream()
        .map(Entry::event)
        .filter(PlanProposed.class::isInstance)
        .map(PlanProposed.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing proposed " + rollout));
  }

  /** Where, when and by whom an event was recorded. */
  public ChangeRecord.Recorded recorded(Entry entry) {
    return new ChangeRecord.Recorded(
        entry.position(), entry.event().at(), names.apply(entry.event().actor()));
  }
}
