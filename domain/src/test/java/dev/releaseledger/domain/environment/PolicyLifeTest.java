package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Facts.approved;
import static dev.releaseledger.domain.environment.Facts.created;
import static dev.releaseledger.domain.environment.Facts.policyAdopted;
import static dev.releaseledger.domain.environment.Facts.proposed;
import static dev.releaseledger.domain.environment.Facts.rejected;
import static dev.releaseledger.domain.environment.Names.ALICE;
import static dev.releaseledger.domain.environment.Names.BOB;
import static dev.releaseledger.domain.environment.Names.NOW;
import static dev.releaseledger.domain.environment.Names.PLAN;
import static dev.releaseledger.domain.environment.Names.PROD;
import static dev.releaseledger.domain.environment.Story.given;
import static dev.releaseledger.domain.environment.Wishes.adoptPolicy;

import dev.releaseledger.domain.environment.EnvironmentCommand.CreateEnvironment;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentRefusal.PolicyChanged;
import org.junit.jupiter.api.Test;

/** What becomes of an environment's rules. */
class PolicyLifeTest {

  private static PlanInvalidated voided(int version) {
    return new PlanInvalidated(
        "shop",
        "prod",
        PLAN,
        "the environment has another policy now, version " + version,
        ALICE,
        NOW);
  }

  private static PolicyAdopted other() {
    return new PolicyAdopted(
        "shop", "prod", 1, "sha256:other", "sha256:text", "development", 0, null, ALICE, NOW);
  }

  @Test
  void policies_are_counted() {
    given(created(0)).when(adoptPolicy(2)).then(policyAdopted(1, 2));
    given(created(0), other()).when(adoptPolicy(1)).then(policyAdopted(2, 1));
  }

  @Test
  void rules_that_hold_already_are_not_adopted_again() {
    given(created(0), policyAdopted(1, 0)).when(adoptPolicy(0)).then();
  }

  @Test
  void an_environment_can_begin_with_rules() {
    given()
        .when(new CreateEnvironment(PROD, created(0).connections(), 0, adoptPolicy(2), ALICE, NOW))
        .then(created(0), policyAdopted(1, 2));
  }

  @Test
  void what_was_proposed_or_approved_under_other_rules_is_void() {
    given(created(1), proposed(1)).when(adoptPolicy(1)).then(policyAdopted(1, 1), voided(1));
    given(created(1), proposed(1), approved(BOB))
        .when(adoptPolicy(1))
        .then(policyAdopted(1, 1), voided(1));
  }

  @Test
  void what_was_planned_under_other_rules_is_not_proposed() {
    given(created(0), policyAdopted(1, 0))
        .when(Wishes.propose())
        .thenRefused(new PolicyChanged("shop/prod"));
  }

  @Test
  void what_has_ended_is_left_alone() {
    given(created(1), proposed(1), rejected()).when(adoptPolicy(1)).then(policyAdopted(1, 1));
  }
}
