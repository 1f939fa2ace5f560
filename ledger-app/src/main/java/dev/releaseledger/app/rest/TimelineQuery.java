package dev.releaseledger.app.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks of the timeline, as it stands in its query.
 *
 * @param action the events it may be of, one parameter each or with commas between
 * @param object an object of a schema that a rollout touches, or what an entry is about
 * @param severity how much an entry wants to be seen at least
 * @param after behind this position
 * @param before before this position
 */
record TimelineQuery(
    @Nullable String project,
    @Nullable String environment,
    @Nullable String actor,
    @Nullable String rollout,
    @Nullable List<String> action,
    @Nullable String object,
    @Nullable String severity,
    @Nullable String since,
    @Nullable String until,
    @Nullable Long after,
    @Nullable Long before,
    @Nullable Integer limit) {

  /** The same, of a project or an environment that the path names. */
  TimelineQuery in(@Nullable String named, @Nullable String place) {
    return new TimelineQuery(
        named, place, actor, rollout, action, object, severity, since, until, after, before, limit);
  }
}
