package dev.releaseledger.domain.risk.rule;

import static dev.releaseledger.domain.risk.rule.Given.column;
import static dev.releaseledger.domain.risk.rule.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnOrderDiffersTest {

  private static final Table T = table("public.t");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b c       | a c b             | b, c | c, b",
        "a c         | a b c             | c, b | b, c",
        "a b c       | c a               | a, c | c, a",
        "a b c d e f g h | h a b c d e f g | a, b, c, d, e and 3 more | h, a, b, c, d and 3 more"
      })
  void a_plan_says_where_the_order_is_not_the_declared_one(
      String before, String after, String reached, String declared) {
    SchemaPlan plan = Planning.plan(order(before), order(after), PlanSettings.defaults());
    assertThat(plan.notes())
        .extracting(Finding::message)
        .containsExactly(
            "table public.t has its columns in the order %s, where %s is declared"
                .formatted(reached, declared));
    assertThat(plan.findings()).containsAll(plan.notes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a b | a b", "a b | a b d c", "a b c | a c", "'' | b a", "a | b", "a b | ''"})
  void it_is_silent_where_the_order_is_the_declared_one(String before, String after) {
    assertThat(Planning.plan(order(before), order(after), PlanSettings.defaults()).notes())
        .isEmpty();
  }

  @Test
  void a_plan_that_only_has_something_to_say_does_nothing() {
    SchemaPlan plan = Planning.plan(order("a b"), order("b a"), PlanSettings.defaults());
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.blocked()).isFalse();
    assertThat(plan.notes()).hasSize(1);
  }

  private static Schema order(String columns) {
    return Given.schema(
        Stream.concat(
                columns.isEmpty() ? Stream.of() : Stream.of(T),
                Arrays.stream(columns.split(" "))
                    .filter(name -> !name.isEmpty())
                    .map(name -> column(T, name, "integer", false)))
            .toArray(SchemaObject[]::new));
  }
}
