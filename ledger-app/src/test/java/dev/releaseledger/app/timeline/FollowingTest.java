package dev.releaseledger.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Grants;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.access.Subject;
import dev.releaseledger.projections.Sight;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineEntry;
import dev.releaseledger.projections.timeline.TimelineFilter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a listener is told, whatever happens meanwhile. */
@PostgresTest
class FollowingTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Caller CALLER =
      new Caller(
          "act_1",
          "ada",
          new TreeSet<>(),
          Grants.only(Subject.actor("act_1"), Role.VIEWER, Scope.EVERYWHERE),
          Caller.TRIGGERS,
          "tok_1",
          null);

  /** Keeps what it is told, and breaks off now and then before it has heard all of it. */
  private static final class Frail implements Listener {

    private final RandomGenerator random;
    private final List<Long> heard = new ArrayList<>();
    private boolean ended;

    private Frail(RandomGenerator random) {
      this.random = random;
    }

    @Override
    public Telling ready(List<TimelineEntry> entries) {
      return () -> {
        for (TimelineEntry entry : entries) {
          if (random.nextInt(6) == 0) {
            throw new IOException("gone");
          }
          heard.add(entry.position());
        }
      };
    }

    @Override
    public void beat(long position) {
      heard.add(-position);
    }

    @Override
    public void end() {
      ended = true;
    }
  }

  private static Following.Source source(RunningLedger service, @Nullable Caller known) {
    return new Following.Source(
        service.the(Timeline.class),
        new Semaphore(1),
        caller -> Optional.ofNullable(known),
        caller -> Sight.ALL);
  }

  @Test
  void nothing_is_lost_or_repeated_while_connections_break_and_the_timeline_is_built_anew(
      TestDatabase database) throws Exception {
    try (RunningLedger service = RunningLedger.on(database, "node-1")) {
      Projections projections = service.the(Projections.class);
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
      Operator operator = new Operator(service.ledger(), "shop", "prod");
      List<Long> recorded = new ArrayList<>(List.of(operator.create(0)));
      Frail listener = new Frail(random);
      Following following = null;
      for (int i = 0; i < 80; i++) {
        recorded.add(i % 2 == 0 ? operator.freeze("stop") : operator.unfreeze());
        if (i % 20 == 10) {
          projections.rebuild("timeline");
        }
        if (following == null) {
          long last = listener.heard.isEmpty() ? 0 : listener.heard.getLast();
          following = follow(service, last, listener);
        }
        following = goOn(following, projections.reached("timeline"));
      }
      service.settle();
      while (listener.heard.size() < recorded.size()) {
        following = follow(service, listener.heard.getLast(), listener);
        following = goOn(following, projections.reached("timeline"));
      }

      assertThat(listener.heard).isEqualTo(recorded);
      assertThat(listener.ended).isFalse();
    }
  }

  private static Following follow(RunningLedger service, long after, Listener listener) {
    return new Following(
        source(service, CALLER), CALLER, TimelineFilter.in("shop", null), after, NOW, listener);
  }

  /** Goes on, or answers nothing when the connection broke. */
  private static @Nullable Following goOn(Following following, long reached)
      throws InterruptedException {
    try {
      if (following.take(reached, NOW)) {
        assertThat(following.goOn(reached, NOW)).isTrue();
      }
      return following;
    } catch (IOException e) {
      return null;
    }
  }

  @Test
  void who_is_silent_for_long_is_told_how_far_was_looked(TestDatabase database) throws Exception {
    try (RunningLedger service = RunningLedger.on(database, "node-2")) {
      Frail listener = new Frail(RandomGeneratorFactory.of("L64X128MixRandom").create(1));
      Following following = follow(service, 7, listener);

      assertThat(following.take(7, NOW.plusSeconds(14))).isFalse();
      assertThat(following.take(7, NOW.plusSeconds(15))).isTrue();
      assertThat(following.take(7, NOW.plusSeconds(15))).isFalse();
      assertThat(following.goOn(7, NOW.plusSeconds(15))).isTrue();
      assertThat(listener.heard).containsExactly(-7L);
    }
  }

  @Test
  void a_database_is_asked_by_few_at_a_time_and_nobody_is_told_in_their_turn(TestDatabase database)
      throws Exception {
    try (RunningLedger service = RunningLedger.on(database, "node-4")) {
      long frozen = new Operator(service.ledger(), "few", "prod").create(0);
      service.settle();
      Semaphore turns = new Semaphore(1);
      List<String> asked = new ArrayList<>();
      Consumer<String> inTurn = what -> asked.add(what + " " + turns.availablePermits());
      Listener listener =
          new Listener() {
            @Override
            public Telling ready(List<TimelineEntry> entries) {
              inTurn.accept("ready");
              return () -> inTurn.accept("tell");
            }

            @Override
            public void beat(long position) {
              inTurn.accept("beat");
            }

            @Override
            public void end() {}
          };
      Following.Source source =
          new Following.Source(
              service.the(Timeline.class),
              turns,
              caller -> {
                inTurn.accept("again");
                return Optional.of(caller);
              },
              caller -> {
                inTurn.accept("sight");
                return Sight.ALL;
              });

      new Following(source, CALLER, TimelineFilter.in("few", null), 0, NOW, listener)
          .goOn(frozen, NOW.plusSeconds(20));

      assertThat(asked).containsExactly("again 0", "sight 0", "ready 0", "tell 1");
    }
  }

  @Test
  void who_may_hear_no_more_is_told_nothing(TestDatabase database) throws Exception {
    try (RunningLedger service = RunningLedger.on(database, "node-3")) {
      Frail listener = new Frail(RandomGeneratorFactory.of("L64X128MixRandom").create(1));
      Following following =
          new Following(
              source(service, null), CALLER, TimelineFilter.in(null, null), 0, NOW, listener);

      assertThat(following.goOn(5, NOW.plusSeconds(2))).isFalse();
      assertThat(listener.heard).isEmpty();
    }
  }
}
