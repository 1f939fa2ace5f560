package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Decision.accept;
import static dev.releaseledger.domain.environment.Decision.decline;

import dev.releaseledger.domain.environment.EnvironmentCommand.ScheduleRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnscheduleRollout;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutUnscheduled;
import dev.releaseledger.domain.environment.EnvironmentRefusal.TimePassed;

/** When approved plans are to run. */
final class ScheduleDecisions {

  private ScheduleDecisions() {}

  static Decision schedule(Environment state, ScheduleRollout c) {
    return PlanDecisions.of(
        state,
        c.rollout(),
        "schedule",
        RolloutStatus::isApproved,
        rollout ->
            c.applyAt().isAfter(c.at())
                ? accept(
                    new RolloutScheduled(
                        c.id().project(),
                        c.id().environment(),
                        c.rollout(),
                        c.applyAt(),
                        c.trigger(),
                        c.reason(),
                        c.actor(),
                        c.at()))
                : decline(new TimePassed(c.applyAt())));
  }

  static Decision unschedule(Environment state, UnscheduleRollout c) {
    return PlanDecisions.of(
        state,
        c.rollout(),
        "unschedule",
        status -> status == RolloutStatus.SCHEDULED,
        rollout ->
            accept(
                new RolloutUnscheduled(
                    c.id().project(),
                    c.id().environment(),
                    c.rollout(),
                    c.reason(),
                    c.actor(),
                    c.at())));
  }
}
