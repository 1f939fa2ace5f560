package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Scopes;
import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.refusal.CallerRefusal.UnknownActor;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.timeline.Actions;
import dev.releaseledger.projections.timeline.Severity;
import dev.releaseledger.projections.timeline.TimelineFilter;
import dev.releaseledger.projections.timeline.TimelineFilter.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the queries of calls into filters. */
@Component
class TimelineQuestions {

  /** Clocks differ by less than this, and what is recorded at once is recorded within so many. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final long SLACK_ENTRIES = 1000;

  /** The years that are written with four digits, which a database knows too. */
  private static final int FIRST_YEAR = 1;

  private static final int LAST_YEAR = 9999;

  private final Scopes scopes;
  private final People people;
  private final EventLog log;

  TimelineQuestions(Scopes scopes, People people, EventLog log) {
    this.scopes = scopes;
    this.people = people;
    this.log = log;
  }

  /** What a query asks for, as far as the caller sees. */
  TimelineFilter filter(TimelineQuery query, Caller caller) {
    return new TimelineFilter(
        query.project(),
        query.environment(),
        query.actor() == null ? null : actor(query.actor()),
        query.rollout(),
        actions(query.action()),
        objects(query.object()),
        query.severity() == null ? null : severity(query.severity()),
        span(instant("since", query.since()), instant("until", query.until())),
        scopes.sightOf(caller));
  }

  /** The same of what is followed, which goes on. */
  TimelineFilter endless(TimelineQuery query, Caller caller) {
    if (query.until() != null || query.before() != null) {
      throw new Refused(
          new InvalidValue(
              query.until() != null ? "until" : "before",
              "cannot be given: what is followed has no end"));
    }
    return filter(query, caller);
  }

  private String actor(String nameOrId) {
    return People.ACTOR.matcher(nameOrId).matches()
        ? nameOrId
        : people.actorNamed(nameOrId).orElseThrow(() -> new Refused(new UnknownActor(nameOrId)));
  }

  private static Set<String> actions(@Nullable List<String> asked) {
    Set<String> actions = new TreeSet<>();
    if (asked != null) {
      asked.stream()
          .flatMap(text -> Arrays.stream(text.split(",")))
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .forEach(actions::add);
    }
    for (String action : actions) {
      if (!Actions.ALL.contains(action)) {
        throw new Refused(
            new InvalidValue(
                "action",
                "cannot be %s; it must be one of: %s"
                    .formatted(action, String.join(", ", Actions.ALL))));
      }
    }
    return actions;
  }

  /** What somebody calls an object; who is an object goes by an id. */
  private Set<String> objects(@Nullable String asked) {
    Set<String> objects = new TreeSet<>();
    if (asked != null && !asked.isBlank()) {
      objects.add(asked.strip());
      people.actorNamed(asked.strip()).ifPresent(objects::add);
    }
    return objects;
  }

  private static Severity severity(String word) {
    return Severity.of(word)
        .orElseThrow(() ->
            new Refused(
                new InvalidValue(
                    "severity",
                    "must be one of: "
                        + String.join(
                            ", ", Arrays.stream(Severity.values()).map(Severity::word).toList()))));
  }

  private static @Nullable Instant instant(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeException e) {
      // It is no instant.
    }
    throw new Refused(
        new InvalidValue(field, "must be an instant with its zone, as 2026-12-01T22:00:00Z"));
  }

  /**
   * A time, with the positions between which it lies: entries are in the order of positions, and
   * nearly in that of time.
   */
  private Span span(@Nullable Instant since, @Nullable Instant until) {
    long behind = since == null ? 0 : log.at(since.minus(SLACK));
    long upTo = until == null ? Long.MAX_VALUE : log.at(until.plus(SLACK)) + SLACK_ENTRIES;
    return new Span(since, until, behind, upTo);
  }
}
