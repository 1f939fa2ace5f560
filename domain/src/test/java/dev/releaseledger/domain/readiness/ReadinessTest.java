package dev.releaseledger.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.domain.readiness.Artifact.Parsed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

  private static final String DIGEST = "ab".repeat(32);
  private static final MatrixCase MERGE = new MatrixCase("postgres", "mssql", "incremental_merge");
  private static final MatrixCase REPLACE =
      new MatrixCase("mssql", "clickhouse", "partition_replace");

  private static Artifact artifact(EvidenceDomain domain, Object value) {
    return new Artifact(domain, domain.word() + ".json", DIGEST, new Parsed(value));
  }

  private static Artifact passing(EvidenceDomain domain) {
    return artifact(domain, Map.of("passed", true));
  }

  private static List<Artifact> allBut(EvidenceDomain... left) {
    Set<EvidenceDomain> domains = EnumSet.allOf(EvidenceDomain.class);
    domains.removeAll(Set.of(left));
    return domains.stream().map(ReadinessTest::passing).toList();
  }

  private static Readiness judged(List<Artifact> artifacts) {
    return Readiness.of("v0.5.1", Readiness.ALL, artifacts, new LinkedHashSet<>());
  }

  private static Artifact matrix(MatrixCase... cases) {
    List<Map<String, Object>> told = new ArrayList<>();
    for (MatrixCase one : cases) {
      told.add(
          Map.of(
              "source", one.source(),
              "sink", one.sink(),
              "strategy", one.strategy(),
              "row_count", 10_000));
    }
    return artifact(EvidenceDomain.LOCAL_MATRIX, Map.of("passed", true, "cases", told));
  }

  @Test
  void d29_schema_evolution_is_required_by_default() {
    Readiness readiness = judged(allBut(EvidenceDomain.SCHEMA_EVOLUTION));

    assertThat(readiness.passed()).isFalse();
    assertThat(readiness.blockers()).containsExactly("schema_evolution.missing");
    assertThat(readiness.score()).isEqualTo(85.71);
    assertThat(readiness.level().word()).isEqualTo("release_candidate");
    assertThat(readiness.items().getLast())
        .isEqualTo(
            new DomainItem(
                EvidenceDomain.SCHEMA_EVOLUTION,
                null,
                false,
                "0".repeat(64),
                "There is no artifact.",
                List.of("schema_evolution.missing")));
  }

  @Test
  void d30_what_failed_what_is_missing_and_what_is_not_covered_hold_a_release_back() {
    Readiness readiness =
        Readiness.of(
            "v0.5.1",
            EnumSet.of(
                EvidenceDomain.GOVERNANCE, EvidenceDomain.LOCAL_MATRIX, EvidenceDomain.CORRECTNESS),
            List.of(
                artifact(
                    EvidenceDomain.CORRECTNESS,
                    Map.of("passed", false, "blockers", List.of("hash.mismatch"))),
                matrix(MERGE)),
            new LinkedHashSet<>(List.of(MERGE, REPLACE)));

    assertThat(readiness.passed()).isFalse();
    assertThat(readiness.blockers())
        .containsExactly(
            "correctness.not_passed",
            "governance.missing",
            "local_matrix.case_missing:mssql:clickhouse:partition_replace");
    assertThat(readiness.level().word()).isEqualTo("blocked");
    assertThat(readiness.score()).isEqualTo(33.33);
    assertThat(readiness.items().get(1).blockers()).containsExactly("hash.mismatch");
  }

  @Test
  void ready_is_what_nothing_holds_back() {
    List<Artifact> artifacts = new ArrayList<>(allBut(EvidenceDomain.LOCAL_MATRIX));
    artifacts.add(matrix(MERGE, REPLACE));

    Readiness readiness =
        Readiness.of(
            "v0.5.1", Readiness.ALL, artifacts, new LinkedHashSet<>(List.of(MERGE, REPLACE)));

    assertThat(readiness.passed()).isTrue();
    assertThat(readiness.level().word()).isEqualTo("industrial_ready");
    assertThat(readiness.score()).isEqualTo(100.0);
    assertThat(readiness.blockers()).isEmpty();
  }

  @Test
  void the_domains_are_told_in_their_order_however_they_are_given() {
    assertThat(judged(allBut().reversed()).items().stream().map(it -> it.domain().word()))
        .containsExactly(
            "local_matrix",
            "correctness",
            "reliability",
            "performance_lab",
            "ux",
            "governance",
            "schema_evolution");
  }

  @ParameterizedTest
  @CsvSource({
    "7, industrial_ready, 100.0",
    "6, release_candidate, 85.71",
    "5, blocked, 71.43",
    "4, blocked, 57.14",
    "1, blocked, 14.29",
    "0, blocked, 0.0"
  })
  void the_score_is_the_share_of_what_is_required(int passed, String level, double score) {
    List<Artifact> artifacts = allBut().subList(0, passed);

    assertThat(judged(artifacts).score()).isEqualTo(score);
    assertThat(judged(artifacts).level().word()).isEqualTo(level);
  }

  @Test
  void eighty_of_a_hundred_make_a_candidate() {
    Set<EvidenceDomain> five = EnumSet.range(EvidenceDomain.LOCAL_MATRIX, EvidenceDomain.UX);

    Readiness readiness = Readiness.of("v1", five, allBut().subList(0, 4), new LinkedHashSet<>());

    assertThat(readiness.score()).isEqualTo(80.0);
    assertThat(readiness.level()).isEqualTo(Level.RELEASE_CANDIDATE);
  }

  @Test
  void a_case_that_is_missing_alone_leaves_a_candidate() {
    Readiness readiness =
        Readiness.of("v1", Readiness.ALL, allBut(), new LinkedHashSet<>(List.of(MERGE)));

    assertThat(readiness.score()).isEqualTo(100.0);
    assertThat(readiness.level()).isEqualTo(Level.RELEASE_CANDIDATE);
    assertThat(readiness.blockers())
        .containsExactly("local_matrix.case_missing:postgres:mssql:incremental_merge");
  }

  @Test
  void what_is_given_and_not_required_has_to_pass_and_does_not_count() {
    Readiness readiness =
        Readiness.of(
            "v1",
            Set.of(EvidenceDomain.UX),
            List.of(
                passing(EvidenceDomain.UX),
                artifact(EvidenceDomain.RELIABILITY, Map.of("status", "failed"))),
            new LinkedHashSet<>());

    assertThat(readiness.blockers()).containsExactly("reliability.not_passed");
    assertThat(readiness.score()).isEqualTo(100.0);
    assertThat(readiness.level()).isEqualTo(Level.RELEASE_CANDIDATE);
  }

  @Test
  void where_nothing_is_required_nothing_is_missing() {
    Readiness readiness = Readiness.of("v1", Set.of(), List.of(), new LinkedHashSet<>());

    assertThat(readiness.passed()).isTrue();
    assertThat(readiness.score()).isEqualTo(100.0);
    assertThat(readiness.items()).isEmpty();
  }

  @Test
  void one_domain_has_one_artifact() {
    assertThatThrownBy(
            () -> judged(List.of(passing(EvidenceDomain.UX), passing(EvidenceDomain.UX))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ux");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "summary | ' all well ' | all well",
        "message | fine | fine",
        "summary | ' ' | The artifact has no summary.",
        "other | x | The artifact has no summary."
      })
  void an_artifact_is_summed_up_as_it_does_itself(String member, String text, String summary) {
    Artifact artifact = artifact(EvidenceDomain.UX, Map.of(member, text));

    assertThat(DomainItem.of(EvidenceDomain.UX, artifact).summary()).isEqualTo(summary);
  }

  @Test
  void a_matrix_without_a_summary_is_summed_up_by_its_cases() {
    assertThat(DomainItem.of(EvidenceDomain.LOCAL_MATRIX, matrix(MERGE, REPLACE)).summary())
        .isEqualTo("The artifact tells of 2 cases.");
  }
}
