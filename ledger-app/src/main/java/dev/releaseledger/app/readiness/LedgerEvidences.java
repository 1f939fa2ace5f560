package dev.releaseledger.app.readiness;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.record.RolloutRecords;
import dev.releaseledger.app.refusal.RequestRefusal.NoRelease;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownEnvironment;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRelease;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.readiness.LedgerEvidence;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the ledger has about a release, from the events of its environment. */
@Component
public class LedgerEvidences {

  private final EventLog log;
  private final RolloutRecords records;

  LedgerEvidences(EventLog log, RolloutRecords records) {
    this.log = log;
    this.records = records;
  }

  /** What there is about a release; about the current one where none is named. */
  public LedgerEvidence ofRelease(EnvironmentId id, @Nullable String release) {
    long position = log.last();
    List<EnvironmentEvent> events = events(id, position);
    String wanted = release != null ? release : current(id, events);
    List<ReleaseAdvanced> ways =
        advances(events).filter(it -> it.release().equals(wanted)).toList();
    if (ways.isEmpty()) {
      throw new Refused(new UnknownRelease(id.toString(), wanted));
    }
    return evidence(
        id,
        wanted,
        events,
        position,
        ways.stream().flatMap(it -> Stream.ofNullable(it.rollout())).distinct().toList());
  }

  /** What there is about a rollout alone, and about the release that it became, if it did. */
  public LedgerEvidence ofRollout(EnvironmentId id, String rollout) {
    long position = log.last();
    List<EnvironmentEvent> events = events(id, position);
    if (events.stream()
        .noneMatch(it -> it instanceof PlanProposed made && made.rollout().equals(rollout))) {
      throw new Refused(new UnknownRollout(rollout));
    }
    String release =
        advances(events)
            .filter(it -> rollout.equals(it.rollout()))
            .map(ReleaseAdvanced::release)
            .findFirst()
            .orElse(rollout);
    return evidence(id, release, events, position, List.of(rollout));
  }

  private LedgerEvidence evidence(
      EnvironmentId id,
      String release,
      List<EnvironmentEvent> events,
      long position,
      List<String> rollouts) {
    Environment now = Environment.initial().evolve(events);
    boolean drifted =
        now.drifted() && now.current() != null && now.current().release().equals(release);
    return new LedgerEvidence(
        id.project(),
        id.environment(),
        release,
        drifted,
        position,
        rollouts.stream().map(it -> records.evidence(id, it, position)).toList());
  }

  private List<EnvironmentEvent> events(EnvironmentId id, long position) {
    List<EnvironmentEvent> events =
        log.ofStream(id.stream(), position).stream()
            .map(it -> (EnvironmentEvent) it.event())
            .toList();
    if (events.isEmpty()) {
      throw new Refused(new UnknownEnvironment(id.project(), id.environment()));
    }
    return events;
  }

  private static String current(EnvironmentId id, List<EnvironmentEvent> events) {
    ReleaseAdvanced current = Environment.initial().evolve(events).current();
    if (current == null) {
      throw new Refused(new NoRelease(id.toString()));
    }
    return current.release();
  }

  private static Stream<ReleaseAdvanced> advances(List<EnvironmentEvent> events) {
    return events.stream()
        .filter(ReleaseAdvanced.class::isInstance)
        .map(ReleaseAdvanced.class::cast);
  }
}
