package dev.releaseledger.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.readiness.Artifact.Parsed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {

  private static Matrix of(Object cases, String... required) {
    LinkedHashSet<MatrixCase> wanted = new LinkedHashSet<>();
    for (String text : required) {
      wanted.add(MatrixCase.of(text).orElseThrow());
    }
    return Matrix.of(
        new Artifact(
            EvidenceDomain.LOCAL_MATRIX,
            "matrix.json",
            "ab".repeat(32),
            new Parsed(Map.of("cases", cases))),
        wanted);
  }

  private static Map<String, Object> tried(String route, String member, Object value) {
    String[] parts = route.split(":", -1);
    return Map.of("source", parts[0], "sink", parts[1], "strategy", parts[2], member, value);
  }

  @Test
  void rows_and_columns_are_those_of_the_cases_that_tell_them() {
    Matrix matrix =
        of(
            List.of(
                tried("a:b:c", "row_count", 10),
                tried("a:b:d", "row_count", "5000000000"),
                tried("a:b:e", "row_count", true),
                tried("a:b:f", "wide_columns", 120)));

    assertThat(matrix.totalCases()).isEqualTo(4);
    assertThat(matrix.minRowCount()).isEqualTo(10);
    assertThat(matrix.maxRowCount()).isEqualTo(5_000_000_000L);
    assertThat(matrix.maxColumnCount()).isEqualTo(120);
  }

  @Test
  void what_is_covered_is_sorted_and_once() {
    Matrix matrix =
        of(
            List.of(
                tried("z:b:c", "row_count", 1),
                tried("a:b:c", "row_count", 1),
                tried("a:b:c", "row_count", 2)));

    assertThat(matrix.coveredCases().stream().map(MatrixCase::toString))
        .containsExactly("a:b:c", "z:b:c");
  }

  @Test
  void what_is_missing_comes_in_the_order_in_which_it_is_required() {
    Matrix matrix = of(List.of(tried("a:b:c", "row_count", 1)), "z:z:z", "a:b:c", "b:b:b");

    assertThat(matrix.missingCases().stream().map(MatrixCase::toString))
        .containsExactly("z:z:z", "b:b:b");
    assertThat(matrix.requiredCases()).hasSize(3);
  }

  @Test
  void a_case_that_failed_covers_nothing() {
    Matrix matrix = of(List.of(tried("a:b:c", "status", "failed")), "a:b:c");

    assertThat(matrix.totalCases()).isEqualTo(1);
    assertThat(matrix.coveredCases()).isEmpty();
    assertThat(matrix.missingCases()).hasSize(1);
  }

  @Test
  void what_is_no_case_counts_as_none() {
    assertThat(of(List.of("text", 1)).totalCases()).isZero();
    assertThat(of("text").totalCases()).isZero();
    assertThat(of(List.of(tried(":b:c", "row_count", 1))).coveredCases()).isEmpty();
  }

  @Test
  void without_a_matrix_every_required_case_is_missing() {
    MatrixCase wanted = new MatrixCase("a", "b", "c");

    assertThat(Matrix.of(null, new LinkedHashSet<>(List.of(wanted))).missingCases())
        .containsExactly(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a:b", "a:b:", ":b:c", "a:b:c:d", "a b:c:d"})
  void a_case_is_three_names(String text) {
    assertThat(MatrixCase.of(text)).isEmpty();
  }
}
