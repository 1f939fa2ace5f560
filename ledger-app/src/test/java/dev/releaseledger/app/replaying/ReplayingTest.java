package dev.releaseledger.app.replaying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.EventLog.Recorded;
import dev.releaseledger.app.replaying.Replay.Then;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.app.store.ProjectionCatalog;
import dev.releaseledger.app.store.RandomHistory;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.Standing;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import dev.releaseledger.domain.project.ProjectCommand.FreezeProject;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.projections.LiveTables;
import dev.releaseledger.projections.environments.EnvironmentRow;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.environments.ProjectRow;
import dev.releaseledger.projections.policies.AdoptedPolicy;
import dev.releaseledger.projections.policies.Policies;
import dev.releaseledger.projections.rollouts.RolloutRow;
import dev.releaseledger.projections.rollouts.Rollouts;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three environments with random histories, looked back at from the end. */
@PostgresTest
class ReplayingTest {

  private static final int ENVIRONMENTS = 3;
  private static final int STEPS = 60;
  private static final int ALL = 1000;

  private static RunningLedger service;
  private static EventLog log;
  private static Replaying replaying;
  private static Moments moments;

  @BeforeAll
  static void live(TestDatabase database) {
    service = RunningLedger.on(database, "node-1");
    log = service.the(EventLog.class);
    replaying = new Replaying(log);
    moments = new Moments(log, Clock.systemUTC());
    long unused =
        service
            .ledger()
            .record(
                new CreateProject(
                    "shop", "/srv/shop.git", Operator.at("schema"), "act_1", Operator.BEGIN));
    for (int seed = 1; seed <= ENVIRONMENTS; seed++) {
      Operator operator = new Operator(service.ledger(), "shop", "e" + seed);
      new RandomHistory(service.ledger(), operator, seed).play(STEPS);
    }
    unused = service.ledger().record(new FreezeProject("shop", "stop", "act_1", Operator.BEGIN));
    service.settle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void at_every_position_it_says_what_the_projections_said_then() throws Exception {
    List<Recorded> events = log.after(0, ALL * 10);
    empty();
    List<AnnotationEventHandlerAdapter> handlers =
        service.the(ProjectionCatalog.class).byName().values().stream()
            .map(it -> it.projector().apply(new LiveTables(service.jdbc())))
            .map(AnnotationEventHandlerAdapter::new)
            .toList();

    for (Recorded event : events) {
      for (AnnotationEventHandlerAdapter handler : handlers) {
        Object unused =
            handler.handle(
                new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(event.position()),
                    new GenericEventMessage<>(event.event())));
      }
      // The others are as they were at the event before.
      EnvironmentId changed = environment(event);
      Replay replay = replaying.at(event.position(), id -> changed == null || id.equals(changed));
      for (Then then : replay.environments()) {
        assertThat(said(then)).as("at %d", event.position()).isEqualTo(said(then.standing()));
      }
    }
    assertThat(events.size()).isGreaterThan(STEPS);
  }

  private static void empty() {
    service
        .the(ProjectionCatalog.class)
        .byName()
        .values()
        .forEach(it ->
            it.tables().forEach(table -> service.jdbc().sql("delete from " + table).update()));
  }

  private static @Nullable EnvironmentId environment(Recorded recorded) {
    return switch (recorded.event()) {
      case EnvironmentEvent e -> new EnvironmentId(e.project(), e.environment());
      default -> null;
    };
  }

  /** What can be said of an environment both by what it was and by the projections. */
  private record Said(
      String release,
      String policy,
      int approvalsRequired,
      String freeze,
      String projectFreeze,
      String drift,
      List<String> rollouts,
      List<String> obliging) {}

  private static Said said(Then then) {
    Standing standing = then.standing();
    return new Said(
        standing.release() == null ? "none" : standing.release().release(),
        standing.policy() == null
            ? "none"
            : standing.policy().version() + " " + standing.policy().policy(),
        standing.environment().approvalsRequired(),
        String.valueOf(standing.environment().freezeReason()),
        String.valueOf(then.projectFreeze()),
        standing.drift().name().toLowerCase(Locale.ROOT),
        standing.rollouts().stream()
            .map(it -> it.id() + " " + it.status().word() + " " + it.approvers())
            .toList(),
        standing.obligations().stream().map(Standing.Obligation::rollout).toList());
  }

  private static Said said(Standing standing) {
    EnvironmentId id = standing.environment().id();
    EnvironmentRow row =
        service.the(Environments.class).one(id.project(), id.environment()).orElseThrow();
    Rollouts rollouts = service.the(Rollouts.class);
    List<String> open = new ArrayList<>();
    for (RolloutRow rollout : rollouts.list(id.project(), id.environment(), null, ALL).reversed()) {
      if (GOES_ON.contains(rollout.status())) {
        open.add(
            rollout.rollout()
                + " "
                + rollout.status()
                + " "
                + rollouts.approvals(rollout.rollout()).stream()
                    .map(RolloutRow.Approval::actor)
                    .toList());
      }
    }
    return new Said(
        row.release() == null ? "none" : row.release(),
        service
            .the(Policies.class)
            .current(id.project(), id.environment())
            .map(ReplayingTest::policy)
            .orElse("none"),
        row.approvalsRequired(),
        String.valueOf(row.freezeReason()),
        service
            .the(Environments.class)
            .named(id.project())
            .map(ProjectRow::freezeReason)
            .orElse("null"),
        row.drift(),
        open,
        rollouts.obliging(id.project(), id.environment()).stream()
            .map(RolloutRow::rollout)
            .toList());
  }

  private static final List<String> GOES_ON =
      List.of(
          "proposed",
          "deferred",
          "approved",
          "scheduled",
          "applying",
          "applied",
          "drifted",
          "verified");

  private static String policy(AdoptedPolicy policy) {
    return policy.version() + " " + policy.policy();
  }

  @Test
  void a_moment_is_a_position_an_instant_a_release_or_now() {
    List<Recorded> events = log.after(0, ALL * 10);
    Recorded released =
        events.reversed().stream()
            .filter(it -> it.name().equals("release-advanced"))
            .findFirst()
            .orElseThrow();
    String release = ((EnvironmentEvent.ReleaseAdvanced) released.event()).release();
    Instant created = ((ProjectEvent) events.getFirst().event()).at();

    assertThat(moments.position("#3", id -> true)).isEqualTo(3);
    assertThat(moments.position("now", id -> true)).isEqualTo(log.last());
    assertThat(moments.position(release, id -> true)).isEqualTo(released.position());
    assertThat(moments.position("2000-01-01T00:00Z", id -> true)).isZero();
    assertThat(moments.position("2026-01-20", id -> true)).isZero();
    assertThat(moments.position("2026-01-21", id -> true)).isPositive();
    assertThat(moments.position(created.toString(), id -> true)).isPositive();
  }

  @Test
  void a_moment_that_is_none_is_refused() {
    assertThatThrownBy(() -> moments.position("yesterday", id -> true)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> moments.position("#" + (log.last() + 1), id -> true))
        .hasMessageContaining("the last event is #" + log.last());
    assertThatThrownBy(() -> moments.position("rel_unknown", id -> true))
        .isInstanceOf(Refused.class);
  }

  @Test
  void a_release_is_a_moment_of_the_environments_that_are_asked_about() {
    Recorded released =
        log.after(0, ALL * 10).stream()
            .filter(it -> it.name().equals("release-advanced"))
            .findFirst()
            .orElseThrow();
    var moved = (EnvironmentEvent.ReleaseAdvanced) released.event();
    EnvironmentId there = new EnvironmentId(moved.project(), moved.environment());

    assertThat(moments.position(moved.release(), there::equals)).isPositive();
    assertThatThrownBy(() -> moments.position(moved.release(), id -> false))
        .hasMessageContaining("no environment that is asked about");
  }

  @Test
  void what_has_not_happened_yet_or_has_no_zone_is_no_moment() {
    assertThatThrownBy(() -> moments.position("9999-12-31", id -> true))
        .hasMessageContaining("in the future");
    assertThatThrownBy(() -> moments.position("2026-11-21T10:00", id -> true))
        .hasMessageContaining("time zone");
    assertThat(moments.position(" #3 ", id -> true)).isEqualTo(3);
    assertThat(moments.position("0001-01-01", id -> true)).isZero();
  }

  @Test
  void an_event_that_came_later_from_a_clock_that_is_behind_had_happened_too() {
    Recorded last = log.one(log.last()).orElseThrow();
    Instant end = log.instant(last.position()).orElseThrow();
    long unused =
        service.ledger().record(new FreezeProject("shop", "again", "act_1", end.plusSeconds(3600)));
    long behind =
        service
            .ledger()
            .record(new FreezeProject("shop", "and again", "act_1", end.plusSeconds(1800)));

    assertThat(log.at(end.plusSeconds(1900))).isEqualTo(behind);
    assertThat(log.at(end.plusSeconds(7200))).isEqualTo(behind);
  }

  @Test
  void before_the_first_event_there_is_nothing() {
    Replay replay = replaying.at(0, id -> true);

    assertThat(replay.environments()).isEmpty();
    assertThat(replay.at()).isNull();
  }
}
