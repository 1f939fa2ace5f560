package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Names.BOB;
import static dev.releaseledger.domain.environment.Names.CAROL;
import static dev.releaseledger.domain.environment.Names.PLAN;
import static dev.releaseledger.domain.environment.Names.TARGET;
import static dev.releaseledger.domain.environment.RolloutStatus.APPLIED;
import static dev.releaseledger.domain.environment.RolloutStatus.APPLYING;
import static dev.releaseledger.domain.environment.RolloutStatus.APPROVED;
import static dev.releaseledger.domain.environment.RolloutStatus.BACKFILL_PENDING;
import static dev.releaseledger.domain.environment.RolloutStatus.DEFERRED;
import static dev.releaseledger.domain.environment.RolloutStatus.DRIFTED;
import static dev.releaseledger.domain.environment.RolloutStatus.PROPOSED;
import static dev.releaseledger.domain.environment.RolloutStatus.SCHEDULED;
import static dev.releaseledger.domain.environment.RolloutStatus.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be done with a rollout, status by status; everything else is refused. */
class StatusMatrixTest {

  /** A command about a rollout, given the current fencing token. */
  enum Act {
    APPROVE(token -> Wishes.approve(CAROL), PROPOSED, DEFERRED, APPROVED, SCHEDULED),
    WITHDRAW(token -> Wishes.withdraw(BOB), APPROVED, SCHEDULED),
    SCHEDULE(token -> Wishes.schedule(), APPROVED, SCHEDULED),
    UNSCHEDULE(token -> Wishes.unschedule(), SCHEDULED),
    WAIVE(token -> Wishes.waive("freeze"), PROPOSED, DEFERRED, APPROVED, SCHEDULED),
    DECLARE_EMERGENCY(token -> Wishes.declareEmergency(), PROPOSED, DEFERRED, APPROVED, SCHEDULED),
    BACKFILL(token -> Wishes.backfill(true), BACKFILL_PENDING),
    REJECT(token -> Wishes.reject(), PROPOSED, DEFERRED, APPROVED, SCHEDULED),
    DEFER(token -> Wishes.defer(), PROPOSED, DEFERRED),
    INVALIDATE(token -> Wishes.invalidate(), PROPOSED, DEFERRED, APPROVED, SCHEDULED),
    ABORT(token -> Wishes.abort(), PROPOSED, DEFERRED, APPROVED, SCHEDULED, DRIFTED),
    START(token -> Wishes.start(), APPROVED, SCHEDULED),
    RESUME(token -> Wishes.resume(), APPLYING),
    START_STAGE(token -> Wishes.startStage(token, 1, 1), APPLYING),
    COMPLETE_STAGE(token -> Wishes.completeStage(token, 1, Wishes.ran(1, 5)), APPLYING),
    FAIL(token -> Wishes.fail(token, TARGET), APPLYING),
    SUCCEED(Wishes::succeed, APPLYING),
    VERIFY(
        token -> Wishes.findClean(PLAN, DriftCheck.POST_APPLY, TARGET), APPLIED, DRIFTED, VERIFIED),
    FIND_DRIFT(token -> Wishes.findDrift(PLAN, DriftCheck.POST_APPLY), APPLIED, DRIFTED, VERIFIED),
    RELEASE(token -> Wishes.release(), VERIFIED);

    private final LongFunction<EnvironmentCommand> command;
    private final Set<RolloutStatus> allowed;

    Act(LongFunction<EnvironmentCommand> command, RolloutStatus... allowed) {
      this.command = command;
      this.allowed = EnumSet.copyOf(Arrays.asList(allowed));
    }

    String expectedIn(RolloutStatus status) {
      if (allowed.contains(status)) {
        return "accepted";
      }
      if (this == START) {
        return switch (status) {
          case PROPOSED, DEFERRED -> "approvals-missing";
          case APPLYING, APPLIED, DRIFTED, VERIFIED -> "another-apply";
          default -> "wrong-status";
        };
      }
      return this == WITHDRAW && (status == PROPOSED || status == DEFERRED)
          ? "not-approved"
          : "wrong-status";
    }
  }

  static Stream<Arguments> matrix() {
    return Arrays.stream(Act.values())
        .flatMap(act ->
            Arrays.stream(RolloutStatus.values())
                .map(status -> Arguments.of(act, status, act.expectedIn(status))));
  }

  @ParameterizedTest(name = "{0} a rollout that is {1}: {2}")
  @MethodSource("matrix")
  void a_rollout_moves_only_where_its_status_allows(
      Act act, RolloutStatus status, String expected) {
    Story story = Story.given(Facts.until(status));

    assertThat(story.when(act.command.apply(story.state().lease())).answer()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void nothing_can_be_done_with_a_rollout_that_is_not_there(Act act) {
    Story story = Story.given(Facts.created(1));

    story.when(act.command.apply(0)).thenRefused("unknown-rollout");
  }

  @ParameterizedTest
  @EnumSource
  void every_status_is_reached_by_its_history(RolloutStatus status) {
    assertThat(Story.given(Facts.until(status)).state().rollout(PLAN))
        .hasValueSatisfying(rollout -> assertThat(rollout.status()).isEqualTo(status));
  }
}
