package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Facts.aborted;
import static dev.releaseledger.domain.environment.Facts.approved;
import static dev.releaseledger.domain.environment.Facts.created;
import static dev.releaseledger.domain.environment.Facts.deferred;
import static dev.releaseledger.domain.environment.Facts.frozen;
import static dev.releaseledger.domain.environment.Facts.invalidated;
import static dev.releaseledger.domain.environment.Facts.proposed;
import static dev.releaseledger.domain.environment.Facts.rejected;
import static dev.releaseledger.domain.environment.Facts.until;
import static dev.releaseledger.domain.environment.Names.ALICE;
import static dev.releaseledger.domain.environment.Names.BASE;
import static dev.releaseledger.domain.environment.Names.BOB;
import static dev.releaseledger.domain.environment.Names.CAROL;
import static dev.releaseledger.domain.environment.Names.DIGEST;
import static dev.releaseledger.domain.environment.Names.PLAN;
import static dev.releaseledger.domain.environment.Names.TARGET;
import static dev.releaseledger.domain.environment.Story.given;
import static dev.releaseledger.domain.environment.Wishes.abort;
import static dev.releaseledger.domain.environment.Wishes.approve;
import static dev.releaseledger.domain.environment.Wishes.defer;
import static dev.releaseledger.domain.environment.Wishes.invalidate;
import static dev.releaseledger.domain.environment.Wishes.propose;
import static dev.releaseledger.domain.environment.Wishes.reject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentRefusal.AlreadyApproved;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DigestMismatch;
import dev.releaseledger.domain.environment.EnvironmentRefusal.OwnPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanStoriesTest {

  @Test
  void a_plan_is_proposed_with_the_approvals_the_environment_requires() {
    given(created(2)).when(propose()).then(proposed(2));
  }

  @Test
  void a_plan_that_needs_no_approval_is_approved_from_the_start() {
    Environment state = given(created(0)).when(propose()).state();

    assertThat(status(state)).isEqualTo(RolloutStatus.APPROVED);
  }

  @Test
  void a_plan_can_be_proposed_while_the_environment_is_frozen() {
    given(created(1), frozen()).when(propose()).then(proposed(1));
  }

  @Test
  void several_plans_may_wait_at_once() {
    given(until(RolloutStatus.PROPOSED))
        .when(propose("rol_2", "sha256:plan2", BASE, TARGET))
        .then(proposed("rol_2", "sha256:plan2", BASE, TARGET, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"APPLYING", "APPLIED", "DRIFTED", "VERIFIED"})
  void no_plan_is_made_on_ground_that_is_moving(RolloutStatus status) {
    given(until(status))
        .when(propose("rol_2", "sha256:plan2", BASE, TARGET))
        .thenRefused(new AnotherApply("shop/prod", PLAN));
  }

  @Test
  void somebody_else_approves_exactly_this_plan() {
    given(created(1), proposed(1)).when(approve(BOB)).then(approved(BOB));
  }

  @Test
  void an_approval_of_another_digest_is_refused() {
    given(created(1), proposed(1))
        .when(approve("sha256:other", BOB))
        .thenRefused(new DigestMismatch(PLAN, "sha256:other", DIGEST));
  }

  @Test
  void nobody_approves_a_plan_of_their_own() {
    given(created(1), proposed(1)).when(approve(ALICE)).thenRefused(new OwnPlan(PLAN));
  }

  @Test
  void one_person_counts_once() {
    given(created(2), proposed(2), approved(BOB))
        .when(approve(BOB))
        .thenRefused(new AlreadyApproved(PLAN));
  }

  @Test
  void one_of_two_approvals_leaves_the_plan_waiting() {
    Environment state = given(created(2), proposed(2)).when(approve(BOB)).state();

    assertThat(status(state)).isEqualTo(RolloutStatus.PROPOSED);
  }

  @Test
  void two_people_make_two_approvals() {
    Environment state = given(created(2), proposed(2), approved(BOB)).when(approve(CAROL)).state();

    assertThat(status(state)).isEqualTo(RolloutStatus.APPROVED);
  }

  @Test
  void a_further_approval_is_welcome() {
    given(created(1), proposed(1), approved(BOB)).when(approve(CAROL)).then(approved(CAROL));
  }

  @Test
  void a_deferred_plan_can_still_be_approved() {
    Environment state = given(created(1), proposed(1), deferred()).when(approve(BOB)).state();

    assertThat(status(state)).isEqualTo(RolloutStatus.APPROVED);
  }

  @Test
  void a_deferred_plan_stays_deferred_until_enough_have_approved() {
    Environment state = given(created(2), proposed(2), deferred()).when(approve(BOB)).state();

    assertThat(status(state)).isEqualTo(RolloutStatus.DEFERRED);
  }

  @Test
  void a_plan_is_rejected_with_a_reason() {
    given(created(1), proposed(1)).when(reject()).then(rejected());
  }

  @Test
  void a_plan_is_deferred_with_a_reason_and_a_day() {
    given(created(1), proposed(1)).when(defer()).then(deferred());
  }

  @Test
  void a_plan_whose_ground_has_moved_is_invalidated() {
    given(created(1), proposed(1)).when(invalidate()).then(invalidated());
  }

  @Test
  void a_rollout_is_given_up_before_it_runs() {
    given(created(1), proposed(1)).when(abort()).then(aborted());
  }

  private static RolloutStatus status(Environment state) {
    return state.rollout(PLAN).orElseThrow().status();
  }
}
