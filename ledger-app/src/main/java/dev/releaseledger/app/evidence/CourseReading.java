package dev.releaseledger.app.evidence;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.refusal.EvidenceRefusal.NothingReleased;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.app.sealing.TransparencyLog.Entry;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.projections.EventName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the events that the evidence of a rollout has to have, up to a position of the ledger. */
@Component
class CourseReading {

  /** What a plan rests on though it is about no rollout, or about another one. */
  private static final List<Class<? extends EnvironmentEvent>> BESIDE =
      List.of(
          EnvironmentCreated.class,
          PolicyAdopted.class,
          BackupRecorded.class,
          DriftCheckPassed.class,
          ReleaseAdvanced.class);

  private final EventLog events;
  private final TransparencyLog log;

  CourseReading(EventLog events, TransparencyLog log) {
    this.events = events;
    this.log = log;
  }

  Course read(EnvironmentId environment, String rollout, long upTo) {
    List<EventLog.Recorded> known =
        events
            .ofRollout(environment.stream(), rollout, BESIDE.stream().map(EventName::of).toList())
            .stream()
            .filter(it -> it.position() <= upTo)
            .toList();
    List<EventLog.Recorded> own =
        known.stream()
            .filter(it -> rollout.equals(Dossier.rolloutOf((EnvironmentEvent) it.event())))
            .toList();
    if (own.isEmpty() || !(own.getFirst().event() instanceof PlanProposed)) {
      throw new Refused(
          new NothingReleased("rollout " + rollout, "nothing of it is proven by that checkpoint"));
    }
    SortedSet<Long> positions = new TreeSet<>();
    List<EventLog.Recorded> before =
        known.stream().filter(it -> it.position() < own.getFirst().position()).toList();
    restsOn(before, own).forEach(it -> positions.add(it.position()));
    positions.addAll(between(environment, own.getFirst(), own.getLast()));
    return new Course(rollout, happened(positions));
  }

  /** All events of the environment meanwhile, so that none can be left out unnoticed. */
  private List<Long> between(
      EnvironmentId environment, EventLog.Recorded first, EventLog.Recorded last) {
    List<Entry> ends = log.at(List.of(first.position(), last.position()));
    return log
        .ofStream(
            environment.stream(),
            ends.getFirst().event().sequence(),
            ends.getLast().event().sequence())
        .stream()
        .map(entry -> entry.event().position())
        .toList();
  }

  private static Stream<EventLog.Recorded> restsOn(
      List<EventLog.Recorded> before, List<EventLog.Recorded> own) {
    Optional<String> previous =
        own.stream()
            .map(EventLog.Recorded::event)
            .filter(ReleaseAdvanced.class::isInstance)
            .flatMap(it -> Stream.ofNullable(((ReleaseAdvanced) it).previous()))
            .findFirst();
    Stream<Predicate<Object>> once =
        Stream.of(
            EnvironmentCreated.class::isInstance,
            PolicyAdopted.class::isInstance,
            BackupRecorded.class::isInstance,
            DriftCheckPassed.class::isInstance,
            release(it -> previous.filter(it.release()::equals).isPresent()));
    // What the databases had is another release than that before where a pointer was moved back.
    Stream<Predicate<Object>> bases =
        ((PlanProposed) own.getFirst().event())
            .base().entrySet().stream()
                .map(
                    base -> release(it -> base.getValue().equals(it.schemas().get(base.getKey()))));
    return Stream.concat(once, bases).map(fits -> last(before, fits)).flatMap(Optional::stream);
  }

  private static Predicate<Object> release(Predicate<ReleaseAdvanced> fits) {
    return event -> event instanceof ReleaseAdvanced released && fits.test(released);
  }

  private static Optional<EventLog.Recorded> last(
      List<EventLog.Recorded> events, Predicate<Object> fits) {
    return events.stream().filter(it -> fits.test(it.event())).reduce((one, other) -> other);
  }

  private List<Happened> happened(SortedSet<Long> positions) {
    Map<Long, EnvironmentEvent> known = new HashMap<>();
    events.these(positions).forEach(it -> known.put(it.position(), (EnvironmentEvent) it.event()));
    return log.at(List.copyOf(positions)).stream()
        .map(entry ->
            new Happened(
                entry, java.util.Objects.requireNonNull(known.get(entry.event().position()))))
        .toList();
  }
}
