package dev.releaseledger.domain.readiness;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        || text(content.get("environment_class")).equals("local_docker")
        || Stream.of("name", "schema")
            .anyMatch(member -> text(content.get(member)).contains("certification"));
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : "";
  }
}
