package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Facts.approved;
import static dev.releaseledger.domain.environment.Facts.frozen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.policy.contract.Review;
import dev.releaseledger.domain.policy.contract.Verdict;
import dev.releaseledger.domain.policy.contract.Verdict.Decision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatesTest {

  private static final Environment PROPOSED =
      Environment.initial()
          .evolve(Facts.created(2))
          .evolve(Facts.proposed(Names.PLAN, Names.DIGEST, new TreeMap<>(), new TreeMap<>(), 2));

  private static PolicyReview review(Decision decision, String blocker) {
    Verdict verdict =
        new Verdict("drop_column", "public.t.c", Risk.BREAKING, decision, blocker, "it goes");
    return new PolicyReview(new TreeMap<>(Map.of("main", new Review(List.of(verdict)))));
  }

  private static List<String> unmet(Environment environment, @Nullable PolicyReview review) {
    return Gates.of(environment, environment.rollout(Names.PLAN).orElseThrow(), review).stream()
        .filter(gate -> !gate.met())
        .map(Gate::name)
        .toList();
  }

  @Test
  void every_gate_that_is_not_met_is_told_at_once_with_what_to_do() {
    Environment frozen = PROPOSED.evolve(frozen());
    PolicyReview refused =
        review(Decision.DEFER, "schema_evolution.breaking:drop_column:public.t.c");

    assertThat(unmet(frozen, refused)).containsExactly("contract", "approvals", "freeze");
    assertThat(Gates.of(frozen, frozen.rollout(Names.PLAN).orElseThrow(), refused))
        .filteredOn(gate -> !gate.met())
        .allSatisfy(gate -> assertThat(gate.remedy()).isNotBlank());
  }

  @Test
  void approvals_are_counted() {
    assertThat(unmet(PROPOSED.evolve(approved("act_bob")), null)).containsExactly("approvals");
    assertThat(unmet(PROPOSED.evolve(approved("act_bob")).evolve(approved("act_cyd")), null))
        .isEmpty();
  }

  @Test
  void what_waits_for_a_yes_is_the_matter_of_the_approvals() {
    Verdict waiting =
        new Verdict(
            "add_column",
            "public.t.c",
            Risk.METADATA_ONLY,
            Decision.MANUAL_APPROVAL,
            "schema_evolution.manual_approval:add_column:public.t.c",
            "it is missing");
    PolicyReview review =
        new PolicyReview(new TreeMap<>(Map.of("main", new Review(List.of(waiting)))));
    assertThat(unmet(PROPOSED, review)).containsExactly("approvals");
    assertThat(review.approvalsNeeded()).isEqualTo(1);
  }
}
