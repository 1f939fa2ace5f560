package dev.releaseledger.app.applying;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.ExpireRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnscheduleRollout;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets plans run at the times that people chose for them, and ends those that waited too long. */
@Component
class Timetable {

  /** Under this actor the ledger records what time alone has done. */
  static final String TIME = "act_time";

  private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

  private final Ledger ledger;
  private final Applying applying;
  private final LedgerSettings settings;
  private final Clock clock;

  Timetable(Ledger ledger, Applying applying, LedgerSettings settings, Clock clock) {
    this.ledger = ledger;
    this.applying = applying;
    this.settings = settings;
    this.clock = clock;
  }

  /** Looks what is due. */
  @Scheduled(fixedDelayString = "${ledger.apply.timetable}")
  void look() {
    if (ledger.isFrozen()) {
      return;
    }
    for (EnvironmentId id : ledger.environments()) {
      try {
        ledger.environment(id).ifPresent(environment -> look(id, environment));
      } catch (RuntimeException e) {
        // One environment's trouble must not keep the others waiting.
        LOG.error("The timetable of {} cannot be followed", id, e);
      }
    }
  }

  private void look(EnvironmentId id, Environment environment) {
    Instant now = clock.instant();
    for (Rollout rollout : environment.rollouts().values()) {
      RolloutScheduled schedule = rollout.schedule();
      if (rollout.status().isOpen() && rollout.ballot().hasLapsed(now)) {
        ledger.record(new ExpireRollout(id, rollout.id(), TIME, now));
      } else if (schedule != null && !now.isBefore(schedule.applyAt())) {
        run(id, rollout, schedule, now);
      }
    }
  }

  private void run(EnvironmentId id, Rollout rollout, RolloutScheduled schedule, Instant now) {
    if (now.isAfter(schedule.applyAt().plus(settings.apply().scheduleGrace()))) {
      // Whoever chose the time had reasons for it; nobody chose this one.
      ledger.record(
          new UnscheduleRollout(
              id, rollout.id(), "its time passed while the service was not there", TIME, now));
      return;
    }
    try {
      applying.resume(
          id,
          rollout.id(),
          new Applying.Going(
              schedule.trigger(),
              false,
              schedule.reason(),
              schedule.actor(),
              // Whether a loss is meant was asked when the plan was scheduled.
              Set.copyOf(applying.forcing(id))));
    } catch (Refused refused) {
      LOG.warn("{} in {} was due: {}", rollout.id(), id, refused.refusal().detail());
      leave(id, rollout, refused.refusal().slug(), now);
    }
  }

  /** What was refused is not tried again by itself; somebody has to look. */
  private void leave(EnvironmentId id, Rollout rollout, String why, Instant now) {
    boolean stays =
        ledger
            .environment(id)
            .flatMap(environment -> environment.rollout(rollout.id()))
            .filter(found -> found.status() == RolloutStatus.SCHEDULED)
            .isPresent();
    if (stays) {
      ledger.record(
          new UnscheduleRollout(id, rollout.id(), "it was due and refused: " + why, TIME, now));
    }
  }
}
