package dev.releaseledger.app.memory;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.replaying.Looking;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.projections.Sight;
import dev.releaseledger.projections.policies.Policies;
import dev.releaseledger.projections.releases.Releases;
import dev.releaseledger.projections.rollouts.Rollouts;
import dev.releaseledger.projections.schemahistory.Cursor;
import dev.releaseledger.projections.schemahistory.SchemaVersions;
import dev.releaseledger.projections.timeline.Severity;
import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What people ask a ledger: each question by its name, and how it is asked once. */
final class Questions {

  private static final Cursor START = Cursor.START;

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
    SchemaVersions versions = service.the(SchemaVersions.class);
    questions.put(
        "schema history of an environment",
        () -> versions.latest(environment().project(), environment().environment(), START, 50));
    questions.put(
        "schema history of a table",
        () ->
            versions.of(
                environment().project(),
                environment().environment(),
                "main",
                "table public.t" + random.nextInt(GrownSchema.TABLES),
                START,
                50));
    timeline(questions, service.the(Timeline.class));
    return questions;
  }

  private void timeline(Map<String, Runnable> questions, Timeline timeline) {
    Map<String, Supplier<TimelineFilter>> filters = new LinkedHashMap<>();
    filters.put("everywhere", () -> TimelineFilter.in(null, null));
    filters.put("of an environment", this::place);
    filters.put("of an actor", () -> by("act_%026d".formatted(1 + random.nextInt(20))));
    filters.put("of a rollout", () -> with(null, rollout(), List.of(), List.of(), null));
    filters.put(
        "of an event", () -> with(null, null, List.of("release-advanced"), List.of(), null));
    filters.put("of a table", () -> with(null, null, List.of(), List.of("table public.t3"), null));
    filters.put(
        "of warnings, of which there are none",
        () -> with(null, null, List.of(), List.of(), Severity.WARNING));
    filters.put("of a day", this::day);
    filters.put(
        "of an actor and an event that never go together",
        () ->
            with(
                "act_%026d".formatted(30 + random.nextInt(10)),
                null,
                List.of("release-advanced"),
                List.of(),
                null));
    filters.put("of a caller who sees 40 environments", () -> seenIn(40));
    filters.forEach((name, filter) ->
        questions.put("timeline " + name, () -> timeline.latest(filter.get(), 100)));
  }

  private TimelineFilter place() {
    EnvironmentId id = environment();
    return TimelineFilter.in(id.project(), id.environment());
  }

  private TimelineFilter seenIn(int environments) {
    SortedSet<String> places = new TreeSet<>();
    while (places.size() < environments) {
      EnvironmentId id = environment();
      places.add(id.project() + "/" + id.environment());
    }
    // Long ago, so that they are not among the youngest entries of all.
    return new TimelineFilter(
        null,
        null,
        "act_%026d".formatted(1 + random.nextInt(20)),
        null,
        List.of(),
        List.of(),
        null,
        new TimelineFilter.Span(null, null, 0, last / 2),
        new Sight(false, places));
  }

  private TimelineFilter day() {
    Instant since = instant();
    return place()
        .with(new TimelineFilter.Span(since, since.plus(Duration.ofDays(1)), 0, Long.MAX_VALUE));
  }

  private static TimelineFilter by(String actor) {
    return with(actor, null, List.of(), List.of(), null);
  }

  private static TimelineFilter with(
      @Nullable String actor,
      @Nullable String rollout,
      List<String> actions,
      List<String> objects,
      @Nullable Severity severity) {
    return new TimelineFilter(
        null, null, actor, rollout, actions, objects, severity, TimelineFilter.Span.ALL, Sight.ALL);
  }

  private String rollout() {
    EnvironmentId id = environment();
    return "rol_%s%s%08d".formatted(id.project(), id.environment(), random.nextInt(400));
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
