package dev.releaseledger.app.evidence;

import dev.releaseledger.app.refusal.EvidenceRefusal.NothingReleased;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.record.Dossier;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The events of an environment that a release rests on, by their places in the log.
 *
 * @param rollout what led to the release
 * @param happened those that the rollout rests on, then all from its proposal to its last event
 */
public record Course(String rollout, List<Happened> happened) {

  public Course {
    happened = List.copyOf(happened);
  }

  /** The events about the rollout. */
  public List<Happened> own() {
    return happened.stream().filter(it -> rollout.equals(Dossier.rolloutOf(it.event()))).toList();
  }

  /** The events of one kind about the rollout. */
  <E extends EnvironmentEvent> List<E> own(Class<E> kind) {
    return own().stream().map(Happened::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The last event of one kind about the rollout, without which there is no release. */
  <E extends EnvironmentEvent> E last(Class<E> kind) {
    List<E> all = own(kind);
    if (all.isEmpty()) {
      throw new Refused(
          new NothingReleased("rollout " + rollout, "it did not come to a release by then"));
    }
    return all.getLast();
  }

  /** How the plan came before the environment. */
  public PlanProposed proposal() {
    return last(PlanProposed.class);
  }

  /** How it became the release. */
  public ReleaseAdvanced released() {
    return last(ReleaseAdvanced.class);
  }

  boolean isEmergency() {
    return !own(EmergencyDeclared.class).isEmpty();
  }

  /** How the release before became that of the environment, where that is among the events. */
  Optional<ReleaseAdvanced> previous() {
    String previous = released().previous();
    return earlier(it -> it.release().equals(previous));
  }

  /**
   * The release whose schema a database had before the plan. It is not that before where a pointer
   * was moved back, and none where an apply failed half way.
   */
  Optional<ReleaseAdvanced> before(String connection) {
    String base = proposal().base().get(connection);
    return earlier(it -> it.schemas().getOrDefault(connection, "").equals(base));
  }

  private Optional<ReleaseAdvanced> earlier(Predicate<ReleaseAdvanced> fits) {
    ReleaseAdvanced released = released();
    return happened.stream()
        .map(Happened::event)
        .takeWhile(event -> !event.equals(released))
        .filter(ReleaseAdvanced.class::isInstance)
        .map(ReleaseAdvanced.class::cast)
        .filter(fits)
        .reduce((one, other) -> other);
  }
}
