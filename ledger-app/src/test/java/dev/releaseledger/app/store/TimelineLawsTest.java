package dev.releaseledger.app.store;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.projections.Sight;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import dev.releaseledger.projections.timeline.Actions;
import dev.releaseledger.projections.timeline.Severity;
import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineEntry;
import dev.releaseledger.projections.timeline.TimelineFilter;
import dev.releaseledger.projections.timeline.TimelineFilter.Span;
import dev.releaseledger.projections.timeline.TimelinePage;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every filter of the timeline, over entries that are drawn from a seed. */
@PostgresTest
class TimelineLawsTest {

  private static final int ENTRIES = 3000;
  private static final int FILTERS = 120;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> PROJECTS = List.of("shop", "bank", "", "shopping");
  private static final List<String> ENVIRONMENTS = List.of("dev", "prod", "");
  private static final List<String> ACTORS = List.of("act_a", "act_b", "act_c");
  private static final List<String> OBJECTS = List.of("public.t", "table public.t", "rel_1", "dba");
  private static final List<String> TYPES =
      List.of("statement-applied", "plan-approved", "release-advanced", "emergency-declared");

  private static RunningLedger service;
  private static Timeline timeline;
  private static final List<TimelineEntry> ALL = new ArrayList<>();
  private static final Set<String> TOUCHING = new HashSet<>();

  @BeforeAll
  static void fill(TestDatabase database) {
    service = RunningLedger.on(database, "node-1");
    // What is in the timeline here is in no ledger.
    timeline =
        new Timeline(
            service.jdbc(),
            positions -> positions.stream().collect(toMap(identity(), TimelineLawsTest::saying)));
    RandomGenerator random = random(7);
    for (int i = 0; i < 40; i++) {
      if (random.nextInt(3) == 0) {
        TOUCHING.add("rol_" + i);
        service
            .jdbc()
            .sql("insert into view_touched (object, rollout) values ('public.t', ?)")
            .param("rol_" + i)
            .update();
      }
    }
    // What is near and what is far from where reading begins is read in two ways.
    long position = 0;
    Instant at = BEGIN;
    for (int i = 0; i < ENTRIES; i++) {
      position += 1 + random.nextInt(i > ENTRIES / 2 ? 60 : 3);
      at = at.plusSeconds(random.nextInt(3));
      put(entry(random, position, at));
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static <T> T one(RandomGenerator random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static TimelineEntry entry(RandomGenerator random, long position, Instant at) {
    String project = one(random, PROJECTS);
    String environment = project.isEmpty() ? "" : one(random, ENVIRONMENTS);
    String type = one(random, TYPES);
    return new TimelineEntry(
        position,
        at,
        type,
        Actions.FREQUENT.contains(type) ? Severity.INFO : one(random, List.of(Severity.values())),
        project.isEmpty() ? null : project,
        environment.isEmpty() ? null : environment,
        random.nextInt(4) == 0 ? null : "rol_" + random.nextInt(40),
        random.nextInt(4) == 0 ? one(random, OBJECTS) : null,
        one(random, ACTORS),
        saying(position));
  }

  private static String saying(long position) {
    return "did thing " + position;
  }

  private static void put(TimelineEntry entry) {
    ALL.add(entry);
    service
        .jdbc()
        .sql(
            """
            insert into view_timeline
              (position, at, type, severity, project, environment, rollout, subject, actor)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(entry.position())
        .param(Timestamp.from(entry.at()))
        .param(entry.type())
        .param(entry.severity().ordinal())
        .param(entry.project() == null ? "" : entry.project())
        .param(entry.environment() == null ? "" : entry.environment())
        .param(entry.rollout())
        .param(entry.subject())
        .param(entry.actor())
        .update();
    service
        .jdbc()
        .sql("insert into view_timeline_place values (?, ?) on conflict do nothing")
        .param(entry.project() == null ? "" : entry.project())
        .param(entry.environment() == null ? "" : entry.environment())
        .update();
  }

  private static TimelineFilter filter(RandomGenerator random) {
    Instant since = maybe(random, () -> BEGIN.plusSeconds(random.nextInt(ENTRIES)));
    Instant until = maybe(random, () -> BEGIN.plus(Duration.ofSeconds(random.nextInt(ENTRIES))));
    List<String> places = new ArrayList<>();
    for (String project : List.of("shop", "bank")) {
      for (String place : List.of(project, project + "/dev", project + "/prod")) {
        if (random.nextBoolean()) {
          places.add(place);
        }
      }
    }
    return new TimelineFilter(
        maybe(random, () -> one(random, List.of("shop", "bank", "none"))),
        maybe(random, () -> one(random, List.of("dev", "prod"))),
        maybe(random, () -> one(random, ACTORS)),
        random.nextInt(8) == 0 ? "rol_" + random.nextInt(41) : null,
        random.nextBoolean() ? List.of() : List.of(one(random, TYPES), one(random, TYPES)),
        random.nextInt(3) == 0 ? List.of(one(random, OBJECTS)) : List.of(),
        maybe(random, () -> one(random, List.of(Severity.values()))),
        new Span(since, until, 0, Long.MAX_VALUE),
        random.nextInt(3) == 0 ? new Sight(false, places) : Sight.ALL);
  }

  private static <T> @Nullable T maybe(RandomGenerator random, Supplier<T> value) {
    return random.nextInt(3) == 0 ? value.get() : null;
  }

  /** Filters without a database and without an index. */
  private static List<TimelineEntry> naive(TimelineFilter filter) {
    return ALL.stream().filter(entry -> takes(filter, entry)).toList();
  }

  private static boolean takes(TimelineFilter filter, TimelineEntry entry) {
    String place = entry.project() + (entry.environment() == null ? "" : "/" + entry.environment());
    return (filter.project() == null || filter.project().equals(entry.project()))
        && (filter.environment() == null || filter.environment().equals(entry.environment()))
        && (filter.actor() == null || filter.actor().equals(entry.actor()))
        && (filter.rollout() == null || filter.rollout().equals(entry.rollout()))
        && (filter.actions().isEmpty() || filter.actions().contains(entry.type()))
        && (filter.objects().isEmpty() || isAbout(entry, filter))
        && (filter.severity() == null || entry.severity().compareTo(filter.severity()) >= 0)
        && (filter.span().since() == null || !entry.at().isBefore(filter.span().since()))
        && (filter.span().until() == null || !entry.at().isAfter(filter.span().until()))
        && (filter.sight().everything() || filter.sight().places().contains(place));
  }

  private static boolean isAbout(TimelineEntry entry, TimelineFilter filter) {
    boolean touches =
        filter.objects().contains("public.t")
            && entry.rollout() != null
            && TOUCHING.contains(entry.rollout());
    return touches || (entry.subject() != null && filter.objects().contains(entry.subject()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_filter_finds_what_fits_it_and_nothing_else(long seed) {
    RandomGenerator random = random(seed);
    for (int i = 0; i < FILTERS; i++) {
      TimelineFilter filter = filter(random);
      List<TimelineEntry> expected = naive(filter);
      int limit = 1 + random.nextInt(50);

      assertThat(timeline.after(0, filter, ENTRIES)).as("%d %s", seed, filter).isEqualTo(expected);
      assertThat(timeline.latest(filter, limit))
          .as("%d %s", seed, filter)
          .isEqualTo(expected.subList(Math.max(0, expected.size() - limit), expected.size()));
      assertThat(timeline.after(0, filter, limit))
          .as("%d %s", seed, filter)
          .isEqualTo(expected.subList(0, Math.min(limit, expected.size())));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void the_pages_make_the_whole_in_both_directions(long seed) {
    RandomGenerator random = random(seed);
    for (int i = 0; i < 12; i++) {
      TimelineFilter filter = filter(random);
      int limit = 20 + random.nextInt(150);

      assertThat(forwards(filter, limit)).as("%d %s", seed, filter).isEqualTo(naive(filter));
      assertThat(backwards(filter, limit)).as("%d %s", seed, filter).isEqualTo(naive(filter));
    }
  }

  private static List<TimelineEntry> forwards(TimelineFilter filter, int limit) {
    List<TimelineEntry> read = new ArrayList<>();
    Long after = 0L;
    while (after != null) {
      TimelinePage page = timeline.page(filter, after, null, limit);
      assertThat(page.older()).isEqualTo(!read.isEmpty());
      read.addAll(page.entries());
      after = page.newer() ? page.entries().getLast().position() : null;
    }
    return read;
  }

  private static List<TimelineEntry> backwards(TimelineFilter filter, int limit) {
    List<TimelineEntry> read = new ArrayList<>();
    TimelinePage page = timeline.page(filter, null, null, limit);
    read.addAll(page.entries());
    while (page.older()) {
      page = timeline.page(filter, null, page.entries().getFirst().position(), limit);
      assertThat(page.newer()).isTrue();
      read.addAll(0, page.entries());
    }
    return read;
  }

  @Test
  void what_comes_while_somebody_turns_pages_is_on_the_last_of_them() {
    TimelineFilter shop = TimelineFilter.in("shop", null);
    List<TimelineEntry> read = new ArrayList<>();
    RandomGenerator random = random(99);
    Long after = 0L;
    for (int i = 0; after != null; i++) {
      TimelinePage page = timeline.page(shop, after, null, 200);
      read.addAll(page.entries());
      after = page.newer() ? page.entries().getLast().position() : null;
      if (i < 3) {
        TimelineEntry last = ALL.getLast();
        put(entry(random, last.position() + 5, last.at()));
      }
    }

    assertThat(read).isEqualTo(naive(shop));
  }
}
