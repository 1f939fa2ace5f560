package dev.releaseledger.domain.readiness;

import dev.releaseledger.domain.readiness.Artifact.Parsed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the local matrix covers.
 *
 * @param totalCases how many cases it tells of
 * @param minRowCount the rows of the smallest, 0 where none says
 * @param maxRowCount the rows of the largest, 0 where none says
 * @param maxColumnCount the columns of the widest, 0 where none says
 * @param coveredCases those that passed, sorted
 * @param missingCases the required ones that are not among them
 */
public record Matrix(
    int totalCases,
    long minRowCount,
    long maxRowCount,
    long maxColumnCount,
    List<MatrixCase> requiredCases,
    List<MatrixCase> coveredCases,
    List<MatrixCase> missingCases) {

  static Matrix of(@Nullable Artifact artifact, SequencedSet<MatrixCase> required) {
    List<Map<?, ?>> cases = cases(artifact);
    List<MatrixCase> covered =
        cases.stream()
            // Whoever tried a route and failed has not covered it.
            .filter(it -> PassRule.judge(it).passed())
            .map(it -> MatrixCase.of(it.get("source"), it.get("sink"), it.get("strategy")))
            .flatMap(Optional::stream)
            .distinct()
            .sorted()
            .toList();
    return new Matrix(
        cases.size(),
        numbers(cases, "row_count").min().orElse(0),
        numbers(cases, "row_count").max().orElse(0),
        numbers(cases, "wide_columns").max().orElse(0),
        List.copyOf(required),
        covered,
        required.stream().filter(it -> !covered.contains(it)).toList());
  }

  private static List<Map<?, ?>> cases(@Nullable Artifact artifact) {
    return artifact != null
            && artifact.reading() instanceof Parsed(Map<?, ?> content)
            && content.get("cases") instanceof Collection<?> items
        ? items.stream()
            .<Map<?, ?>>mapMulti((item, found) -> {
              if (item instanceof Map<?, ?> one) {
                found.accept(one);
              }
            })
            .toList()
        : List.of();
  }

  private static LongStream numbers(List<Map<?, ?>> cases, String member) {
    return cases.stream()
        .flatMap(it -> Stream.ofNullable(it.get(member)))
        .map(Matrix::whole)
        .flatMapToLong(OptionalLong::stream);
  }

  private static OptionalLong whole(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return OptionalLong.of(((Number) value).longValue());
    }
    return value instanceof String digits && digits.strip().matches("-?\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits.strip()))
        : OptionalLong.empty();
  }
}
