package dev.releaseledger.projections.timeline;

import dev.releaseledger.projections.Sight;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody asks for; an entry has to fit all that is said.
 *
 * @param actor who did it, as an actor id, or null for anybody
 * @param actions the events it may be of; none is any
 * @param objects what it is about: names of an object that its rollout touches, or its subject; any
 *     of them will do, and none is anything
 * @param severity how much it wants to be seen at least, or null
 * @param sight how far the reader sees
 */
public record TimelineFilter(
    @Nullable String project,
    @Nullable String environment,
    @Nullable String actor,
    @Nullable String rollout,
    Collection<String> actions,
    Collection<String> objects,
    @Nullable Severity severity,
    Span span,
    Sight sight) {

  private static final Pattern ACTION = Pattern.compile("[a-z-]{1,50}");

  public TimelineFilter {
    actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    objects = Collections.unmodifiableSortedSet(new TreeSet<>(objects));
    for (String action : actions) {
      if (!ACTION.matcher(action).matches()) {
        throw new IllegalArgumentException("no event is named " + action);
      }
    }
  }

  /**
   * When it happened, and where in the ledger it may stand.
   *
   * @param since not before this instant, or null
   * @param until not after this instant, or null
   * @param behind behind this position
   * @param upTo not behind this position
   */
  public record Span(@Nullable Instant since, @Nullable Instant until, long behind, long upTo) {

    /** All there is. */
    public static final Span ALL = new Span(null, null, 0, Long.MAX_VALUE);

    /** Whether nothing is in it. */
    boolean isEmpty() {
      return behind >= upTo;
    }

    /** The part of it between two positions. */
    Span between(long after, long last) {
      return new Span(since, until, Math.max(behind, after), Math.min(upTo, last));
    }
  }

  /** A place that entries are about; an empty name is none. */
  record Place(String project, String environment) {}

  /** Of a project and an environment, where they are named. */
  public static TimelineFilter in(@Nullable String project, @Nullable String environment) {
    return new TimelineFilter(
        project, environment, null, null, List.of(), List.of(), null, Span.ALL, Sight.ALL);
  }

  /** The same, of another span. */
  public TimelineFilter with(Span other) {
    return new TimelineFilter(
        project, environment, actor, rollout, actions, objects, severity, other, sight);
  }

  /** The same, for another reader. */
  public TimelineFilter with(Sight other) {
    return new TimelineFilter(
        project, environment, actor, rollout, actions, objects, severity, span, other);
  }

  /** The same, of entries that want to be seen as much as this at least. */
  public TimelineFilter with(Severity least) {
    return new TimelineFilter(
        project, environment, actor, rollout, actions, objects, least, span, sight);
  }

  /** The same, of what stands between two positions. */
  TimelineFilter between(long after, long last) {
    return with(span.between(after, last));
  }

  /** Whether it asks for events that never want to be seen as much as it asks for. */
  boolean contradictsItself() {
    return severity != null
        && severity != Severity.INFO
        && !actions.isEmpty()
        && Actions.FREQUENT.containsAll(actions);
  }

  /** Whether entries of a place fit. */
  boolean takes(Place place) {
    String name =
        place.environment().isEmpty()
            ? place.project()
            : place.project() + "/" + place.environment();
    return (project == null || project.equals(place.project()))
        && (environment == null || environment.equals(place.environment()))
        && (sight.everything() || sight.places().contains(name));
  }
}
