package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Decision.accept;
import static dev.releaseledger.domain.environment.Decision.decline;

import dev.releaseledger.domain.environment.EnvironmentCommand.DeclareEmergency;
import dev.releaseledger.domain.environment.EnvironmentCommand.ReviewEmergency;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.EnvironmentRefusal.EmergencyForbidden;
import dev.releaseledger.domain.environment.EnvironmentRefusal.NoEmergency;
import dev.releaseledger.domain.environment.EnvironmentRefusal.OwnEmergency;
import java.time.Duration;
import java.util.List;

/** What is decided when there is no time, and what has to follow. */
final class EmergencyDecisions {

  private EmergencyDecisions() {}

  static Decision declare(Environment state, DeclareEmergency c) {
    return PlanDecisions.of(
        state,
        c.rollout(),
        "declare an emergency",
        RolloutStatus::isOpen,
        rollout -> {
          if (!c.emergency().allowed()) {
            return decline(new EmergencyForbidden(c.id().toString()));
          }
          return rollout.awaitsReview()
              ? accept(List.of())
              : accept(
                  new EmergencyDeclared(
                      c.id().project(),
                      c.id().environment(),
                      c.rollout(),
                      c.reason(),
                      c.reference(),
                      c.at().plus(Duration.ofHours(c.emergency().reviewWithinHours())),
                      c.actor(),
                      c.at()));
        });
  }

  static Decision review(Environment state, ReviewEmergency c) {
    return PlanDecisions.of(
        state,
        c.rollout(),
        "review an emergency",
        status -> true,
        rollout -> {
          if (!rollout.awaitsReview()) {
            return decline(new NoEmergency(c.rollout()));
          }
          return hadPartIn(rollout, c.actor())
              ? decline(new OwnEmergency(c.rollout()))
              : accept(
                  new EmergencyReviewed(
                      c.id().project(),
                      c.id().environment(),
                      c.rollout(),
                      c.justified(),
                      c.reason(),
                      c.actor(),
                      c.at()));
        });
  }

  /** Whoever asked for it, wrote it, declared it or ran it does not look at it as another would. */
  private static boolean hadPartIn(Rollout rollout, String actor) {
    return (rollout.emergency() != null && rollout.emergency().actor().equals(actor))
        || rollout.applyActor().equals(actor)
        || rollout.proposal().actor().equals(actor)
        || rollout.terms().authors().contains(actor);
  }
}
