package dev.releaseledger.domain.readiness;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Recognizes artifacts that certify themselves.
 *
 * <p>What was run on a developer's machine, or says of itself that it is fit for production, proves
 * nothing about production, whatever else it says.
 */
final class SelfAssertion {

  private static final List<String> CLAIMS =
      List.of("evidence_status", "local_behavior_passed", "production_certification");

  private SelfAssertion() {}

  static boolean isIn(Map<?, ?> content) {
    return CLAIMS.stream().anyMatch(content::containsKey)
        || PassRule.word(content.get("environment_class")).equals("local_docker")
        || Stream.of("name", "schema")
            .anyMatch(member -> PassRule.word(content.get(member)).contains("certification"));
  }
}
