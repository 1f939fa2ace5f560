package dev.releaseledger.domain.record.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Reviewing;
import dev.releaseledger.domain.record.artifact.ConnectionChanges.Change;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.risk.rule.Given;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionChangesTest {

  private static final Table PETS = new Table("public.pets", null);
  private static final Column PET_ID = Given.column(PETS, "id", "bigint", true);
  private static final Column FAX = Given.column(Given.CUSTOMERS, "fax", "text", false);
  private static final Schema BASE = Given.shop(FAX);

  private static SchemaPlan plan(Schema base, Schema target) {
    return Planning.plan(base, target, PlanSettings.defaults());
  }

  private static Map<String, List<Change>> of(@Nullable Schema known, Schema base, Schema target) {
    return ConnectionChanges.of(plan(base, target), new Shapes(known, target), null);
  }

  static Stream<Arguments> targets() {
    return Stream.of(
        Arguments.of(
            "a new column", Given.shop(FAX, Given.NOTE), "public.orders", "add_column", "note"),
        Arguments.of("a column that goes", Given.shop(), "public.customers", "drop_column", "fax"),
        Arguments.of(
            "a type",
            Given.shop(Given.column(Given.CUSTOMERS, "fax", "integer", false)),
            "public.customers",
            "type_change",
            "fax"),
        Arguments.of(
            "a default",
            Given.shop(Given.column(Given.CUSTOMERS, "fax", "text", false, "'none'::text")),
            "public.customers",
            "change",
            "column public.customers.fax"),
        Arguments.of(
            "a new table",
            Given.shop(FAX, PETS, PET_ID),
            "public.pets",
            "create_table",
            "public.pets"),
        Arguments.of(
            "a comment",
            Schema.of(
                Given.shop(FAX).objects().values().stream()
                    .map(it -> it.equals(Given.ORDERS) ? it.commented("all of them") : it)
                    .toList(),
                List.of()),
            "public.orders",
            "change",
            "table public.orders"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void a_change_is_told_with_its_table_and_all_of_its_steps(
      String what, Schema target, String table, String type, String column) {
    SchemaPlan plan = plan(BASE, target);
    Map<String, List<Change>> changes = of(BASE, BASE, target);

    assertThat(changes.keySet()).as(what).containsExactly(table);
    assertThat(changes.get(table))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.verdict().change()).isEqualTo(type);
          assertThat(change.column()).isEqualTo(column);
          assertThat(change.verdict().blocker()).isNull();
          assertThat(change.steps()).isEqualTo(plan.steps());
        });
  }

  @Test
  void what_belongs_to_no_table_stands_apart() {
    Schema target =
        Given.shop(FAX, Given.NOTE, new EnumType("public.mood", List.of("good", "bad"), null));

    assertThat(of(BASE, BASE, target).keySet())
        .containsExactlyInAnyOrder("public.orders", ConnectionChanges.NO_TABLE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void from_a_schema_that_is_not_known_every_step_is_told(
      String what, Schema target, String table, String type, String column) {
    Map<String, List<Change>> changes = of(null, BASE, target);

    assertThat(changes.keySet()).as(what).containsExactly(table);
    assertThat(steps(changes)).containsExactlyInAnyOrderElementsOf(plan(BASE, target).steps());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void no_step_is_lost_or_told_twice_where_a_contract_was_asked(
      String what, Schema target, String table, String type, String column) {
    SchemaPlan plan = plan(BASE, target);
    Map<String, List<Change>> changes =
        ConnectionChanges.of(
            plan,
            new Shapes(BASE, target),
            Reviewing.review(BASE, target, plan, Contract.defaults(), _ -> OptionalLong.of(1)));

    assertThat(steps(changes)).as(what).containsExactlyInAnyOrderElementsOf(plan.steps());
  }

  private static List<Step> steps(Map<String, List<Change>> changes) {
    return changes.values().stream()
        .flatMap(List::stream)
        .flatMap(change -> change.steps().stream())
        .toList();
  }
}
