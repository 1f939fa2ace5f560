package dev.releaseledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.app.access.AccessTokens;
import dev.releaseledger.app.access.AccessTokens.Issued;
import dev.releaseledger.app.access.AccessTokens.Limits;
import dev.releaseledger.app.access.Actors;
import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.app.timeline.Followers;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The timeline as it is followed. */
@Timeout(60)
class TimelineStreamTest {

  private static final ServiceInTest SERVICE = ServiceInTest.running();
  private static final int EVENTS = 60;

  private static String token;

  @BeforeAll
  static void enter() {
    token = SERVICE.the(AccessTokens.class).issue("follower", Role.VIEWER).secret();
    for (String project : List.of("followed", "hidden")) {
      SERVICE
          .the(Ledger.class)
          .record(
              new CreateProject(
                  project, "/srv/none.git", Operator.at("schema"), Operator.ALICE, Operator.BEGIN));
    }
  }

  private static Operator operator(String project, String environment) {
    Operator operator = new Operator(SERVICE.the(Ledger.class), project, environment);
    operator.create(0);
    return operator;
  }

  private static String stream(String environment) {
    return "/api/v1/timeline/stream?project=followed&environment=" + environment;
  }

  private static long position(JsonNode entry) {
    return entry.path("position").asLong();
  }

  @Test
  void whoever_is_cut_off_goes_on_where_they_were_and_misses_nothing() throws Exception {
    Operator operator = operator("followed", "cut");
    List<Long> recorded = new ArrayList<>();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    Thread writing =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; i < EVENTS; i++) {
                recorded.add(i % 2 == 0 ? operator.freeze("stop") : operator.unfreeze());
                LockSupport.parkNanos(20_000_000);
              }
            });

    List<Long> heard = new ArrayList<>();
    String last = "0";
    // The first entry is that the environment was created.
    while (heard.size() < EVENTS + 1) {
      try (var reading = new Streams.Reading(stream("cut"), token, last)) {
        int cut = 1 + random.nextInt(9);
        for (int i = 0; i < cut && heard.size() < EVENTS + 1; i++) {
          heard.add(position(Objects.requireNonNull(reading.next())));
        }
        last = reading.last;
      }
    }
    writing.join();

    assertThat(heard.subList(1, heard.size())).isEqualTo(recorded);
  }

  @Test
  void a_new_follower_hears_what_happens_from_now_on() {
    Operator operator = operator("followed", "now");
    long before = operator.freeze("stop");
    SERVICE.the(Projections.class).await(before, Duration.ofSeconds(10));
    try (var reading = new Streams.Reading(stream("now"), token, null)) {
      long unfrozen = operator.unfreeze();

      JsonNode entry = Objects.requireNonNull(reading.next());
      assertThat(position(entry)).isEqualTo(unfrozen);
      assertThat(reading.last).isEqualTo(Long.toString(unfrozen));
      assertThat(entry.path("type").asText()).isEqualTo("environment-unfrozen");
      assertThat(entry.path("data").path("reason").asText()).isEqualTo("go on");
    }
  }

  @Test
  void a_follower_hears_what_fits_the_filter_and_what_the_caller_sees() {
    Operator seen = operator("followed", "seen");
    Operator unseen = operator("hidden", "unseen");
    String actor = SERVICE.the(Actors.class).ensure("limited", Actors.Kind.PERSON);
    Issued limited =
        SERVICE
            .the(AccessTokens.class)
            .issue(
                actor,
                new Limits(Role.VIEWER, Scope.of("followed"), Caller.TRIGGERS, null),
                null,
                actor);
    try (var reading =
        new Streams.Reading("/api/v1/timeline/stream?severity=warning", limited.secret(), null)) {
      unseen.freeze("nobody's business");
      long frozen = seen.freeze("stop");
      seen.unfreeze();
      long again = seen.freeze("stop once more");

      assertThat(position(Objects.requireNonNull(reading.next()))).isEqualTo(frozen);
      assertThat(position(Objects.requireNonNull(reading.next()))).isEqualTo(again);
    }
  }

  @Test
  void a_stream_ends_when_its_token_is_revoked() {
    AccessTokens tokens = SERVICE.the(AccessTokens.class);
    Issued issued = tokens.issue("fired", Role.VIEWER);
    try (var reading = new Streams.Reading(stream("none"), issued.secret(), null)) {
      LockSupport.parkNanos(1_100_000_000);
      tokens.revoke(issued.id(), null, issued.actor());

      assertThat(reading.next()).isNull();
    }
  }

  @Test
  void streams_end_when_the_service_stops() {
    Followers followers = SERVICE.the(Followers.class);
    try (var reading = new Streams.Reading(stream("none"), token, null)) {
      followers.stop();

      assertThat(reading.next()).isNull();
      assertThat(followers.count()).isZero();
    } finally {
      followers.start();
    }
  }

  @Test
  void one_actor_does_not_take_all_of_the_streams() {
    String greedy = SERVICE.the(AccessTokens.class).issue("greedy", Role.VIEWER).secret();
    List<Streams.Reading> readings = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        readings.add(new Streams.Reading(stream("none"), greedy, null));
      }
      try (var more = new Streams.Reading(stream("none"), greedy, null)) {
        assertThat(readings).allSatisfy(it -> assertThat(it.status()).isEqualTo(200));
        assertThat(more.status()).isEqualTo(409);
      }
    } finally {
      readings.forEach(Streams.Reading::close);
    }
  }
}
