package dev.releaseledger.domain.rehearsal;

import static dev.releaseledger.domain.risk.rule.Given.column;
import static dev.releaseledger.domain.risk.rule.Given.schema;
import static dev.releaseledger.domain.risk.rule.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step did on the copy, held against what was said of it. */
class PredictionTest {

  /** Without rows each change takes the short way. */
  private static final PlanSettings ONE_STEP =
      PlanSettings.defaults().knowingEmpty(new TreeSet<>(List.of("public.t")));

  private static final Table T = table("public.t");
  private static final Schema INTEGER = schema(T, column(T, "n", "integer", false));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ACCESS EXCLUSIVE | public.t |          | ''",
        "ACCESS EXCLUSIVE | public.t | public.t | ''",
        "ACCESS EXCLUSIVE |          | public.t | step 1 writes nothing anew that was there",
        "SHARE            | public.t |          | step 1 takes SHARE, where ACCESS EXCLUSIVE was",
        "                 | public.t |          | step 1 takes no lock, where ACCESS EXCLUSIVE was"
      })
  void a_rewrite_is_expected(
      @Nullable String lock, @Nullable String rewritten, @Nullable String scanned, String says) {
    Schema bigint = schema(T, column(T, "n", "bigint", false));
    assertFindings(bigint, measured(lock, rewritten, scanned), says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ACCESS EXCLUSIVE |          | public.t | ''",
        "ACCESS EXCLUSIVE |          |          | step 1 reads nothing whole that was there",
        "ACCESS EXCLUSIVE | public.t |          | step 1 writes public.t anew, which was not"
      })
  void a_scan_is_expected(
      @Nullable String lock, @Nullable String rewritten, @Nullable String scanned, String says) {
    Schema notNull = schema(T, column(T, "n", "integer", true));
    assertFindings(notNull, measured(lock, rewritten, scanned), says);
  }

  private static void assertFindings(Schema target, MeasuredStep measured, String says) {
    SchemaPlan plan = Planning.plan(INTEGER, target, ONE_STEP);
    List<Finding> findings = Prediction.differences(INTEGER, plan, List.of(measured));
    if (says.isEmpty()) {
      assertThat(findings).isEmpty();
      return;
    }
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().rule()).isEqualTo("prediction-differs");
    assertThat(findings.getFirst().message()).startsWith(says);
  }

  private static MeasuredStep measured(
      @Nullable String lock, @Nullable String rewritten, @Nullable String scanned) {
    return new MeasuredStep(
        1,
        0,
        named(lock).map(mode -> new TakenLock("public.t", mode)).toList(),
        named(rewritten).toList(),
        named(scanned).toList(),
        new UndoMark.Reversible());
  }

  private static Stream<String> named(@Nullable String name) {
    return Stream.ofNullable(name);
  }
}
