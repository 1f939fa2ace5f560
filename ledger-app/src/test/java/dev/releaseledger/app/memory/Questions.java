package dev.releaseledger.app.memory;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.replaying.Looking;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.projections.policies.Policies;
import dev.releaseledger.projections.releases.Releases;
import dev.releaseledger.projections.rollouts.Rollouts;
import dev.releaseledger.projections.timeline.Timeline;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What people ask a ledger: each question by its name, and how it is asked once. */
final class Questions {

  private final RunningLedger service;
  private final RandomGenerator random;
  private final long last;

  Questions(RunningLedger service, RandomGenerator random, long last) {
    this.service = service;
    this.random = random;
    this.last = last;
  }

  Map<String, Runnable> all() {
    Map<String, Runnable> questions = new LinkedHashMap<>();
    EventLog log = service.the(EventLog.class);
    Timeline timeline = service.the(Timeline.class);
    Releases releases = service.the(Releases.class);
    Rollouts rollouts = service.the(Rollouts.class);
    Looking looking = new Looking(log);
    questions.put("replay one environment", () -> looking.at(position(), environment()));
    questions.put("which position was an instant", () -> log.at(instant()));
    questions.put(
        "releases of an environment",
        () -> releases.history(environment().project(), environment().environment(), 20));
    questions.put(
        "rollouts of an environment",
        () -> rollouts.list(environment().project(), environment().environment(), null, 20));
    questions.put(
        "policy of an environment at an instant",
        () ->
            service
                .the(Policies.class)
                .at(environment().project(), environment().environment(), instant()));
    questions.put(
        "timeline of an environment, latest 100",
        () -> timeline.latest(environment().project(), environment().environment(), 100));
    return questions;
  }

  private EnvironmentId environment() {
    return new EnvironmentId(
        LargeLedger.project(random.nextInt(50)),
        LargeLedger.STAGES.get(random.nextInt(LargeLedger.STAGES.size())));
  }

  private long position() {
    return 1 + random.nextLong(last);
  }

  private Instant instant() {
    return Instant.parse("2020-01-01T00:00:00Z").plusSeconds(60 * random.nextLong(last));
  }
}
