package dev.releaseledger.projections.timeline;

import dev.releaseledger.projections.timeline.TimelineFilter.Place;
import dev.releaseledger.projections.timeline.TimelineFilter.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what happened, in order. */
public final class Timeline {

  private static final Severity[] SEVERITIES = Severity.values();

  /** So many entries are looked at in no time. */
  private static final long NEARBY = 10_000;

  /** What a row does not have. */
  private static final String NOT_YET_SAID = "";

  private static final String PLACES = "select project, environment from view_timeline_place";

  private final JdbcClient jdbc;
  private final Words words;

  public Timeline(JdbcClient jdbc, Words words) {
    this.jdbc = jdbc;
    this.words = words;
  }

  /** The first entries behind a position, oldest first. */
  public List<TimelineEntry> after(long position, TimelineFilter filter, int limit) {
    return between(position, Long.MAX_VALUE, filter, limit);
  }

  /** The first entries behind a position and up to another one, oldest first. */
  public List<TimelineEntry> between(long after, long upTo, TimelineFilter filter, int limit) {
    return worded(read(filter.between(after, upTo), false, limit));
  }

  /** The last entries before a position, oldest of them first. */
  public List<TimelineEntry> before(long position, TimelineFilter filter, int limit) {
    return worded(readBefore(position, filter, limit));
  }

  /** The youngest entries, oldest of them first. */
  public List<TimelineEntry> latest(TimelineFilter filter, int limit) {
    return worded(read(filter, true, limit).reversed());
  }

  /**
   * A page of the timeline: the first entries behind a position, or else the last before one.
   *
   * @param after the position behind which it begins, or null
   * @param before the position before which it ends, or null for the end of the timeline
   */
  public TimelinePage page(
      TimelineFilter filter, @Nullable Long after, @Nullable Long before, int limit) {
    if (after != null) {
      TimelineFilter part = filter.between(after, before == null ? Long.MAX_VALUE : before - 1);
      List<TimelineEntry> read = read(part, false, limit + 1);
      List<TimelineEntry> page = read.subList(0, Math.min(limit, read.size()));
      return new TimelinePage(
          worded(page), !readBefore(after + 1, filter, 1).isEmpty(), read.size() > limit);
    }
    List<TimelineEntry> read =
        before == null
            ? read(filter, true, limit + 1).reversed()
            : readBefore(before, filter, limit + 1);
    List<TimelineEntry> page = read.subList(Math.max(0, read.size() - limit), read.size());
    boolean newer =
        before != null && !read(filter.between(before - 1, Long.MAX_VALUE), false, 1).isEmpty();
    return new TimelinePage(worded(page), read.size() > limit, newer);
  }

  /** The position of the youngest entry, or 0 where there is none. */
  public long last() {
    return jdbc.sql("select coalesce(max(position), 0) from view_timeline")
        .query(Long.class)
        .single();
  }

  private List<TimelineEntry> readBefore(long position, TimelineFilter filter, int limit) {
    return read(filter.between(0, position - 1), true, limit).reversed();
  }

  /** Reads entries as their rows are, without words: not every one that is read is shown. */
  private List<TimelineEntry> read(TimelineFilter filter, boolean newestFirst, int limit) {
    if (filter.span().isEmpty() || filter.contradictsItself()) {
      return List.of();
    }
    SortedSet<String> rollouts = rollouts(filter);
    Span near = near(filter.span(), newestFirst);
    List<TimelineEntry> found =
        run(TimelineSelect.near(filter.with(near), rollouts, newestFirst, limit));
    if (found.size() == limit || near.equals(filter.span())) {
      return found;
    }
    List<Place> places = places(filter);
    return places != null && places.isEmpty()
        ? List.of()
        : run(TimelineSelect.far(filter, rollouts, places, newestFirst, limit));
  }

  /** The part of a span where reading begins, which mostly has what is asked for. */
  private Span near(Span span, boolean newestFirst) {
    if (newestFirst) {
      long end = span.upTo() == Long.MAX_VALUE ? last() : span.upTo();
      return new Span(
          span.since(), span.until(), Math.max(span.behind(), end - NEARBY), span.upTo());
    }
    return new Span(
        span.since(), span.until(), span.behind(), Math.min(span.upTo(), span.behind() + NEARBY));
  }

  private List<TimelineEntry> run(TimelineSelect.Prepared select) {
    return jdbc.sql(select.sql()).params(select.values()).query((row, number) -> entry(row)).list();
  }

  private List<TimelineEntry> worded(List<TimelineEntry> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<Long, String> sentences = words.at(found.stream().map(TimelineEntry::position).toList());
    return found.stream()
        .map(it -> it.saying(Objects.requireNonNull(sentences.get(it.position()))))
        .toList();
  }

  /** The places that a filter is about, or null where it is about all there are. */
  private @Nullable List<Place> places(TimelineFilter filter) {
    String project = filter.project();
    String environment = filter.environment();
    if (!filter.sight().everything()) {
      return fitting(filter.sight().places().stream().map(Timeline::place), filter);
    }
    if (project != null && environment != null) {
      return List.of(new Place(project, environment));
    }
    return project == null && environment == null ? null : fitting(known(filter), filter);
  }

  private static List<Place> fitting(Stream<Place> places, TimelineFilter filter) {
    return places.filter(filter::takes).toList();
  }

  private Stream<Place> known(TimelineFilter filter) {
    JdbcClient.StatementSpec statement =
        filter.project() == null
            ? jdbc.sql(PLACES)
            : jdbc.sql(PLACES + " where project = ?").param(filter.project());
    return statement
        .query((row, number) -> new Place(row.getString(1), row.getString(2)))
        .list()
        .stream();
  }

  private static Place place(String name) {
    int slash = name.indexOf('/');
    return slash < 0
        ? new Place(name, "")
        : new Place(name.substring(0, slash), name.substring(slash + 1));
  }

  /** The rollouts that an object names, or that touch it. */
  private SortedSet<String> rollouts(TimelineFilter filter) {
    SortedSet<String> rollouts = new TreeSet<>(filter.objects());
    if (!filter.objects().isEmpty()) {
      rollouts.addAll(
          jdbc.sql("select rollout from view_touched where object = any(?)")
              .param(filter.objects().toArray(String[]::new))
              .query(String.class)
              .list());
    }
    return rollouts;
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    return new TimelineEntry(
        row.getLong("position"),
        row.getTimestamp("at").toInstant(),
        row.getString("type"),
        SEVERITIES[row.getInt("severity")],
        orNull(row.getString("project")),
        orNull(row.getString("environment")),
        row.getString("rollout"),
        row.getString("subject"),
        row.getString("actor"),
        NOT_YET_SAID);
  }

  private static @Nullable String orNull(String place) {
    return place.isEmpty() ? null : place;
  }
}
