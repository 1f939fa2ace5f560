package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Facts.approved;
import static dev.releaseledger.domain.environment.Facts.clean;
import static dev.releaseledger.domain.environment.Facts.created;
import static dev.releaseledger.domain.environment.Facts.drift;
import static dev.releaseledger.domain.environment.Facts.failed;
import static dev.releaseledger.domain.environment.Facts.frozen;
import static dev.releaseledger.domain.environment.Facts.proposed;
import static dev.releaseledger.domain.environment.Facts.resumed;
import static dev.releaseledger.domain.environment.Facts.stageStarted;
import static dev.releaseledger.domain.environment.Facts.started;
import static dev.releaseledger.domain.environment.Facts.statement;
import static dev.releaseledger.domain.environment.Facts.succeeded;
import static dev.releaseledger.domain.environment.Facts.unfrozen;
import static dev.releaseledger.domain.environment.Facts.until;
import static dev.releaseledger.domain.environment.Names.BASE;
import static dev.releaseledger.domain.environment.Names.BOB;
import static dev.releaseledger.domain.environment.Names.DIGEST;
import static dev.releaseledger.domain.environment.Names.PLAN;
import static dev.releaseledger.domain.environment.Names.TARGET;
import static dev.releaseledger.domain.environment.Names.at;
import static dev.releaseledger.domain.environment.Story.given;
import static dev.releaseledger.domain.environment.Wishes.completeStage;
import static dev.releaseledger.domain.environment.Wishes.fail;
import static dev.releaseledger.domain.environment.Wishes.propose;
import static dev.releaseledger.domain.environment.Wishes.ran;
import static dev.releaseledger.domain.environment.Wishes.resume;
import static dev.releaseledger.domain.environment.Wishes.start;
import static dev.releaseledger.domain.environment.Wishes.startStage;
import static dev.releaseledger.domain.environment.Wishes.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DigestMismatch;
import dev.releaseledger.domain.environment.EnvironmentRefusal.LeaseLost;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApplyStoriesTest {

  @Test
  void an_approved_plan_starts_with_the_first_lease() {
    given(created(1), proposed(1), approved(BOB)).when(start()).thenStarts(1);
  }

  @Test
  void the_same_digest_has_to_be_named_again() {
    given(created(1), proposed(1), approved(BOB))
        .when(start("sha256:other"))
        .thenRefused(new DigestMismatch(PLAN, "sha256:other", DIGEST));
  }

  @Test
  void without_its_approvals_a_plan_does_not_start() {
    given(created(2), proposed(2), approved(BOB)).when(start()).thenRefused("approvals-missing");
  }

  @Test
  void nothing_starts_in_a_frozen_environment() {
    given(created(1), proposed(1), approved(BOB), frozen())
        .when(start())
        .thenRefused("environment-frozen");
  }

  @Test
  void what_was_frozen_starts_once_it_is_unfrozen() {
    given(created(1), proposed(1), approved(BOB), frozen(), unfrozen()).when(start()).thenStarts(1);
  }

  @Test
  void nothing_starts_on_a_drifted_database() {
    given(created(1), proposed(1), approved(BOB), drift(null, DriftCheck.REQUESTED))
        .when(start())
        .thenRefused("drift-present");
  }

  @Test
  void it_starts_once_the_drift_is_gone() {
    given(
            created(1),
            proposed(1),
            approved(BOB),
            drift(null, DriftCheck.REQUESTED),
            clean(null, DriftCheck.REQUESTED, BASE))
        .when(start())
        .thenStarts(1);
  }

  @Test
  void of_two_approved_plans_only_one_runs() {
    given(created(0), proposed("rol_2", "sha256:plan2", BASE, TARGET, 0), proposed(0), started(1))
        .when(
            new EnvironmentCommand.StartApply(
                Names.PROD,
                "rol_2",
                "sha256:plan2",
                Wishes.open(),
                false,
                "node-1",
                "manual",
                BOB,
                Names.NOW))
        .thenRefused(new AnotherApply("shop/prod", PLAN));
  }

  @Test
  void every_lease_has_a_higher_token_than_the_one_before() {
    given(until(RolloutStatus.APPLYING)).when(resume()).then(resumed(2));
  }

  @Test
  void a_later_apply_continues_the_count_of_leases() {
    Environment state = given(until(RolloutStatus.FAILED)).and(resumed(2)).state();

    assertThat(state.lease()).isEqualTo(2);
  }

  @Test
  void the_intent_to_run_a_stage_is_recorded() {
    given(until(RolloutStatus.APPLYING)).when(startStage(1, 1, 1, 2)).then(stageStarted(1, 1, 2));
  }

  @Test
  void every_statement_of_a_committed_stage_is_recorded() {
    given(until(RolloutStatus.APPLYING))
        .when(completeStage(1, 1, ran(1, 12), ran(2, -1)))
        .then(statement(1, 1, 12), statement(1, 2, -1));
  }

  @Test
  void the_last_committed_stage_of_a_connection_is_known() {
    Environment state =
        given(until(RolloutStatus.APPLYING))
            .and(stageStarted(1, 1), statement(1, 1, 5), stageStarted(2, 2), statement(2, 2, 5))
            .state();

    assertThat(state.rollout(PLAN).orElseThrow().completedStages("main")).isEqualTo(2);
  }

  @Test
  void a_stage_that_was_only_announced_is_not_committed() {
    Environment state = given(until(RolloutStatus.APPLYING)).and(stageStarted(1, 1)).state();

    assertThat(state.rollout(PLAN).orElseThrow().completedStages("main")).isZero();
  }

  @Test
  void committed_stages_are_kept_over_an_interruption() {
    Environment state =
        given(until(RolloutStatus.APPLYING))
            .and(stageStarted(1, 1), statement(1, 1, 5))
            .when(resume())
            .state();

    assertThat(state.rollout(PLAN).orElseThrow().completedStages("main")).isEqualTo(1);
  }

  static List<EnvironmentCommand> words_of_the_first_runner() {
    return List.of(startStage(1, 1, 1), completeStage(1, 1, ran(1, 5)), fail(1, BASE), succeed(1));
  }

  @ParameterizedTest
  @MethodSource("words_of_the_first_runner")
  void a_runner_whose_lease_was_taken_over_is_not_heard(EnvironmentCommand word) {
    given(until(RolloutStatus.APPLYING))
        .and(resumed(2))
        .when(word)
        .thenRefused(new LeaseLost(PLAN, 1, 2));
  }

  @Test
  void a_token_that_was_never_given_out_is_not_heard() {
    given(until(RolloutStatus.APPLYING)).when(succeed(7)).thenRefused(new LeaseLost(PLAN, 7, 1));
  }

  @Test
  void a_failure_is_recorded_with_what_the_server_said() {
    given(until(RolloutStatus.APPLYING)).when(fail(1, BASE)).then(failed(BASE));
  }

  @Test
  void after_a_failure_the_schema_that_was_reached_is_the_one_last_known() {
    Environment state = given(until(RolloutStatus.APPLYING)).when(fail(1, at("fp:half"))).state();

    assertThat(state.lastKnown()).isEqualTo(at("fp:half"));
  }

  @Test
  void a_failure_lets_the_environment_go() {
    given(until(RolloutStatus.FAILED))
        .when(propose("rol_2", "sha256:plan2", BASE, TARGET))
        .then(proposed("rol_2", "sha256:plan2", BASE, TARGET, 1));
  }

  @Test
  void success_is_recorded() {
    given(until(RolloutStatus.APPLYING)).when(succeed(1)).then(succeeded());
  }

  @Test
  void after_success_the_target_is_the_schema_last_known() {
    Environment state = given(until(RolloutStatus.APPLYING)).when(succeed(1)).state();

    assertThat(state.lastKnown()).isEqualTo(TARGET);
  }

  @Test
  void while_a_plan_is_underway_its_target_is_expected_of_the_databases() {
    assertThat(given(until(RolloutStatus.APPLYING)).state().expected()).isEqualTo(TARGET);
  }

  @Test
  void an_apply_runs_on_behalf_of_who_started_it() {
    Rollout rollout = given(until(RolloutStatus.APPLYING)).state().rollout(PLAN).orElseThrow();

    assertThat(rollout.applyActor()).isEqualTo(Names.ALICE);
  }
}
