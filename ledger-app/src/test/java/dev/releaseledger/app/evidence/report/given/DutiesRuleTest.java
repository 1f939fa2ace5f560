package dev.releaseledger.app.evidence.report.given;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.Policy.Separation;
import org.junit.jupiter.api.Test;

class DutiesRuleTest {

  @Test
  void each_word_of_a_policy_is_a_sentence_that_says_what_nobody_does() {
    assertThat(Separation.values())
        .allSatisfy(word ->
            assertThat(DutiesRule.of(word.word()).plain())
                .startsWith("nobody ")
                .endsWith("(" + word.word() + ")"));
  }

  @Test
  void a_policy_that_keeps_nothing_apart_is_said_to() {
    assertThat(DutiesRule.of("none").plain()).isEqualTo("the policy keeps no duties apart");
  }

  @Test
  void a_word_that_is_not_known_is_shown_as_it_is() {
    assertThat(DutiesRule.of("requester_approves,moon_phase").plain())
        .isEqualTo("nobody approves a plan that they asked for (requester_approves); moon_phase");
  }
}
