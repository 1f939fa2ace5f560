package dev.releaseledger.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.releaseledger.domain.readiness.Artifact.Parsed;
import dev.releaseledger.domain.readiness.Artifact.Unreadable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PassRuleTest {

  private static Map<String, @Nullable Object> with(String member, @Nullable Object value) {
    Map<String, @Nullable Object> content = new HashMap<>();
    content.put(member, value);
    return content;
  }

  private static Verdict judged(@Nullable Object value) {
    return PassRule.judge(
        new Artifact(EvidenceDomain.UX, "ux.json", "ab".repeat(32), new Parsed(value)));
  }

  static Stream<Map<String, @Nullable Object>> passing() {
    return Stream.of(
        Map.of(),
        with("passed", true),
        with("status", "succeeded"),
        with("status", null),
        with("status", 3),
        with("blockers", List.of()),
        with("blockers", null),
        with("violations", Map.of()),
        with("findings", ""),
        with("errors", 0),
        with("errors", 0.0),
        with("failed_stages", false),
        with("environment_class", "PRODUCTION"),
        with("name", "correctness"),
        with("schema", 1));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void what_names_nothing_that_failed_passes(Map<String, @Nullable Object> content) {
    assertThat(judged(content)).isEqualTo(new Verdict(true, List.of()));
  }

  static Stream<Arguments> failing() {
    return Stream.of(
        arguments(with("blockers", List.of("a", " b ")), List.of("a", "b")),
        arguments(with("blockers", List.of("a", "a")), List.of("a")),
        arguments(with("blockers", List.of(7)), List.of("artifact.blockers")),
        arguments(with("blockers", "x"), List.of("artifact.blockers")),
        arguments(with("violations", List.of("x")), List.of("artifact.violations")),
        arguments(with("violations", Map.of("x", 1)), List.of("artifact.violations")),
        arguments(with("findings", Arrays.asList((Object) null)), List.of("artifact.findings")),
        arguments(with("errors", 3), List.of("artifact.errors")),
        arguments(with("errors", true), List.of("artifact.errors")),
        arguments(with("errors", "none"), List.of("artifact.errors")),
        arguments(with("failed_stages", List.of("load")), List.of("artifact.failed_stages")),
        arguments(with("status", "blocked"), List.of("artifact.status_blocked")),
        arguments(with("status", "failed"), List.of("artifact.status_failed")),
        arguments(with("status", "regression"), List.of("artifact.status_regression")),
        arguments(
            with("status", "rollback_required"), List.of("artifact.status_rollback_required")),
        arguments(with("status", " FAILED "), List.of("artifact.status_failed")),
        arguments(with("passed", false), List.of("artifact.passed_is_not_true")),
        arguments(with("passed", null), List.of("artifact.passed_is_not_true")),
        arguments(with("passed", "true"), List.of("artifact.passed_is_not_true")),
        arguments(with("passed", 1), List.of("artifact.passed_is_not_true")),
        arguments(Map.of("passed", true, "errors", List.of("x")), List.of("artifact.errors")),
        arguments(Map.of("passed", true, "status", "failed"), List.of("artifact.status_failed")));
  }

  @ParameterizedTest
  @MethodSource("failing")
  void what_names_something_that_failed_does_not_pass_and_says_why(
      Map<String, @Nullable Object> content, List<String> blockers) {
    assertThat(judged(content)).isEqualTo(new Verdict(false, blockers));
  }

  static Stream<Map<String, @Nullable Object>> certifying() {
    return Stream.of(
        with("evidence_status", "complete"),
        with("evidence_status", null),
        with("local_behavior_passed", true),
        with("production_certification", false),
        with("environment_class", "LOCAL_DOCKER"),
        with("environment_class", "local_docker"),
        with("name", "Route Certification"),
        with("schema", "dev.certification/v1"));
  }

  @ParameterizedTest
  @MethodSource("certifying")
  void what_certifies_itself_is_refused_whatever_else_it_says(
      Map<String, @Nullable Object> content) {
    content.put("passed", true);

    assertThat(judged(content))
        .isEqualTo(new Verdict(false, List.of("artifact.self_asserted_certification")));
  }

  static Stream<@Nullable Object> otherThanObjects() {
    return Stream.of(List.of(), "text", 1, true);
  }

  @ParameterizedTest
  @MethodSource("otherThanObjects")
  void what_is_no_object_does_not_pass(Object value) {
    assertThat(judged(value)).isEqualTo(new Verdict(false, List.of("artifact.non_object")));
  }

  @Test
  void null_is_no_object() {
    assertThat(judged(null).blockers()).containsExactly("artifact.non_object");
  }

  @Test
  void what_cannot_be_read_is_given_and_does_not_pass() {
    DomainItem item =
        DomainItem.of(
            EvidenceDomain.UX,
            new Artifact(EvidenceDomain.UX, "ux.json", Artifact.NO_DIGEST, new Unreadable()));

    assertThat(item.blockers()).containsExactly("artifact.unreadable");
    assertThat(item.blocker()).containsExactly("ux.not_passed");
    assertThat(item.sha256()).isEqualTo("0".repeat(64));
  }
}
