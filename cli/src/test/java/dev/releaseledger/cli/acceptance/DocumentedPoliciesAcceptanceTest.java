package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.docs.Pages;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The three policies that the page about policies begins with, lived through. */
class DocumentedPoliciesAcceptanceTest extends Governed {

  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  private void everybody() {
    person("dana", "approver");
    person("sam", "approver");
    for (String membership : List.of("data-owners dana", "security sam", "release-managers sam")) {
      String[] words = membership.split(" ");
      ledgerctl("group add %s --actor %s.%s".formatted(words[0], words[1], project)).exits(0);
    }
  }

  @Test
  void a_change_goes_from_development_over_staging_to_production() {
    List<String> policies =
        EXAMPLE.matcher(Pages.text("docs/policies.md")).results().map(this::example).toList();
    released("dev");
    released("staging");
    released("prod");
    everybody();
    policy("dev", policies.get(0));
    policy("staging", policies.get(1));
    // A day is longer than a test.
    policy("prod", policies.get(2).replace("soak_hours: 24", "soak_hours: 0"));
    repository.declare(WITH_NAME);

    as(ADA, apply("dev")).exits(0);
    as(ADA, apply("staging")).exits(4).says("evidence-missing");
    String onStaging = rollout("staging").path("id").asText();
    as(ADA, "rollout test %s --kind local-validation --passed".formatted(onStaging)).exits(0);
    as(ADA, "rollout test %s --kind verification --passed".formatted(onStaging)).exits(0);
    as(ADA, "rollout note %s --kind rollback-plan --text 'drop it'".formatted(onStaging)).exits(0);
    String id = waiting("--reason 'names are wanted'");
    assertThat(unmet("prod")).containsExactly("approvals", "authority", "promotion", "evidence");
    as(ADA, apply("staging")).exits(0);
    as(ADA, "rollout ticket %s SHOP-12".formatted(id)).exits(0);
    as("dana approver", "rollout approve " + id).exits(0);
    as(ADA, "rollout resume " + id).exits(5).says("group security");
    as("sam approver", "rollout approve %s --reference pull/8".formatted(id)).exits(0);
    as(ADA, "rollout resume " + id).exits(0);

    JsonNode rollout = rollout("prod");
    assertThat(rollout.path("policyVersion").asInt()).isEqualTo(1);
    assertThat(rollout.path("gates").findValuesAsText("met")).isNotEmpty().containsOnly("true");
    assertThat(rollout.path("approvals").path(1).path("capacities").toString())
        .contains("authority", "group security");
    ledgerctl("rollout show " + id)
        .exits(0)
        .prints("version 1", "gates when it ran", "staging has the same schema", "SHOP-12");
  }

  private String example(MatchResult found) {
    return found.group(1);
  }
}
