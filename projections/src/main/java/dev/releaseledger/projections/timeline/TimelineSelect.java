package dev.releaseledger.projections.timeline;

import dev.releaseledger.projections.timeline.TimelineFilter.Place;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement that reads the entries of a filter. It has the conditions that are asked for and no
 * others, so that the planner sees which index serves them.
 */
final class TimelineSelect {

  private static final String BY_POSITION = "position";

  /** The order of all indexes but the primary key's, which is the same and has another name. */
  private static final String ALONG_AN_INDEX = "position + 0";

  /** Along the index by hash; compared with every entry it would take far longer than texts do. */
  private static final String HASHED =
      "hashtext(%s) = any(array(select hashtext(it) from unnest(?::text[]) it))";

  /** The entries of so many rollouts are sorted in no time. */
  private static final int SORTED = 2000;

  /** So many places are looked at one by one in no time. */
  private static final int APART = 100;

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final String direction;
  private final int limit;

  private TimelineSelect(boolean newestFirst, int limit) {
    this.direction = newestFirst ? " desc" : "";
    this.limit = limit;
  }

  /** One of several values that an entry may have. */
  private record Branch(String condition, List<Object> values) {
    private Branch(String condition, Object... values) {
      this(condition, List.of(values));
    }
  }

  /** A statement and what its parameters are. */
  record Prepared(String sql, List<Object> values) {
    Prepared {
      values = List.copyOf(values);
    }
  }

  /** Reads in the order of positions, which is fast where few have to be looked at. */
  static Prepared near(
      TimelineFilter filter, Collection<String> rollouts, boolean newestFirst, int limit) {
    TimelineSelect select = new TimelineSelect(newestFirst, limit);
    select.put(filter, rollouts, BY_POSITION, false);
    select.putActions(filter);
    select.putActor(filter);
    select.putPlace(filter);
    return select.plain(BY_POSITION);
  }

  /**
   * Reads in a way that is fast wherever the entries are: what goes together rarely, or was long
   * ago, is not found by looking at everything else. So it goes along the index of something that
   * the filter says, in the order that only those indexes have.
   *
   * @param places the places to look at, or null where the filter is about all
   */
  static Prepared far(
      TimelineFilter filter,
      Collection<String> rollouts,
      @Nullable List<Place> places,
      boolean newestFirst,
      int limit) {
    TimelineSelect select = new TimelineSelect(newestFirst, limit);
    boolean few = filter.rollout() != null || (!rollouts.isEmpty() && rollouts.size() <= SORTED);
    boolean byAction = !few && isIndexed(filter.actions());
    boolean byPlace = !few && !byAction && places != null && places.size() <= APART;
    boolean severe =
        filter.severity() != null && filter.severity().compareTo(Severity.WARNING) >= 0;
    boolean indexed = few || byAction || byPlace || severe || filter.actor() != null;
    String order = indexed ? ALONG_AN_INDEX : BY_POSITION;
    select.put(filter, rollouts, order, few);
    select.putActor(filter);
    if (byAction) {
      select.putPlace(filter);
      return select.apart(
          filter.actions().stream()
              .map(type ->
                  new Branch("hashtext(type) = hashtext('%1$s') and type = '%1$s'".formatted(type)))
              .toList());
    }
    select.putActions(filter);
    if (byPlace && places != null) {
      return select.apart(
          places.stream()
              .map(it ->
                  new Branch(
                      "hashtext(project || '/' || environment) = hashtext(?)"
                          + " and project = ? and environment = ?",
                      it.project() + '/' + it.environment(),
                      it.project(),
                      it.environment()))
              .toList());
    }
    select.putPlace(filter);
    return select.plain(order);
  }

  private static boolean isIndexed(Collection<String> actions) {
    return !actions.isEmpty() && actions.stream().noneMatch(Actions.FREQUENT::contains);
  }

  /**
   * Puts what has no way of its own.
   *
   * @param few whether what is about an object is found by the indexes, entry by entry
   */
  private void put(TimelineFilter filter, Collection<String> rollouts, String order, boolean few) {
    TimelineFilter.Span span = filter.span();
    where(order + " > ?", span.behind());
    if (span.upTo() < Long.MAX_VALUE) {
      where(order + " <= ?", span.upTo());
    }
    if (span.since() != null) {
      where("at >= ?", Timestamp.from(span.since()));
    }
    if (span.until() != null) {
      where("at <= ?", Timestamp.from(span.until()));
    }
    if (filter.rollout() != null) {
      where("hashtext(rollout) = hashtext(?)", filter.rollout());
      where("rollout = ?", filter.rollout());
    }
    if (!filter.objects().isEmpty()) {
      String[] named = rollouts.toArray(String[]::new);
      String[] objects = filter.objects().toArray(String[]::new);
      if (few) {
        where(
            "(%s and rollout = any(?) or %s and subject = any(?))"
                .formatted(HASHED.formatted("rollout"), HASHED.formatted("subject")),
            named,
            named,
            objects,
            objects);
      } else {
        where("(rollout = any(?) or subject = any(?))", named, objects);
      }
    }
    // Written out, so that the planner can tell that an index of a part has them all.
    if (filter.severity() != null && filter.severity() != Severity.INFO) {
      where("severity >= " + filter.severity().ordinal());
    }
  }

  private void putActions(TimelineFilter filter) {
    if (!filter.actions().isEmpty()) {
      where("type in ('" + String.join("', '", filter.actions()) + "')");
    }
  }

  private void putActor(TimelineFilter filter) {
    if (filter.actor() != null) {
      where("hashtext(actor) = hashtext(?)", filter.actor());
      where("actor = ?", filter.actor());
    }
  }

  private void putPlace(TimelineFilter filter) {
    if (filter.project() != null) {
      where("project = ?", filter.project());
    }
    if (filter.environment() != null) {
      where("environment = ?", filter.environment());
    }
    if (!filter.sight().everything()) {
      where(
          "case environment when '' then project else project || '/' || environment end = any(?)",
          (Object) filter.sight().places().toArray(String[]::new));
    }
  }

  private void where(String condition, Object... compared) {
    conditions.add(condition);
    values.addAll(List.of(compared));
  }

  private Prepared plain(String order) {
    List<Object> all = new ArrayList<>(values);
    all.add(limit);
    return new Prepared("select * from view_timeline" + conditions("") + order(order), all);
  }

  /** Reads each branch by itself, in the order of its index, and joins what was found. */
  private Prepared apart(List<Branch> branches) {
    List<Object> all = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (Branch branch : branches) {
      parts.add(
          "(select * from view_timeline"
              + conditions(branch.condition() + " and ")
              + order(ALONG_AN_INDEX)
              + ")");
      all.addAll(branch.values());
      all.addAll(values);
      all.add(limit);
    }
    all.add(limit);
    return new Prepared(
        "select * from (" + String.join(" union all ", parts) + ") entry" + order(BY_POSITION),
        all);
  }

  private String conditions(String first) {
    return " where " + first + String.join(" and ", conditions);
  }

  private String order(String by) {
    return " order by " + by + direction + " limit ?";
  }
}
