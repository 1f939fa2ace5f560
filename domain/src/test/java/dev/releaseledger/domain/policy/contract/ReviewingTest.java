package dev.releaseledger.domain.policy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.policy.contract.Contract.Columns;
import dev.releaseledger.domain.policy.contract.Contract.DataType;
import dev.releaseledger.domain.policy.contract.Contract.DdlMode;
import dev.releaseledger.domain.policy.contract.Contract.Mode;
import dev.releaseledger.domain.policy.contract.Contract.OnSchemaChange;
import dev.releaseledger.domain.policy.contract.Contract.OnTypeChange;
import dev.releaseledger.domain.policy.contract.Contract.Tables;
import dev.releaseledger.domain.policy.contract.Verdict.Decision;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.risk.rule.Given;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Contracts against plans as the engine makes them. */
class ReviewingTest {

  private static final Contract USUAL = Contracts.in(DdlMode.ONLINE);
  private static final Table ORDERS = new Table("public.orders", null);
  private static final Schema BASE = schema(ORDERS, column("id", "integer", true));

  private static Column column(String name, String type, boolean notNull) {
    return new Column("public.orders", name, type, notNull, null, null, null, null, null);
  }

  private static Schema schema(SchemaObject... objects) {
    return Given.schema(objects);
  }

  private static Review review(Schema target, Contract contract) {
    return review(target, contract, OptionalLong.empty());
  }

  private static Review review(Schema target, Contract contract, OptionalLong rows) {
    return Reviewing.review(
        BASE,
        target,
        Planning.plan(BASE, target, PlanSettings.defaults()),
        contract,
        table -> rows);
  }

  @Test
  void nothing_is_said_to_a_plan_that_changes_nothing() {
    assertThat(review(BASE, USUAL)).isEqualTo(Review.NONE);
  }

  @Test
  void a_new_column_is_applied() {
    Review review =
        review(schema(ORDERS, column("id", "integer", true), column("name", "text", false)), USUAL);
    assertThat(review.verdicts())
        .singleElement()
        .matches(it -> it.subject().equals("public.orders.name"))
        .matches(it -> it.decision() == Decision.APPLY);
    assertThat(review.onlineEligible()).isTrue();
  }

  @Test
  void a_type_whose_rows_are_written_anew_is_deferred_online_and_applied_in_a_window() {
    Schema wider = schema(ORDERS, column("id", "bigint", true));
    assertThat(review(wider, USUAL).blockers())
        .containsExactly("schema_evolution.blocking:type_widen:public.orders.id");
    Review inWindow = review(wider, Contracts.in(DdlMode.SAFE_WINDOW));
    assertThat(inWindow.blockers()).isEmpty();
    assertThat(inWindow.onlineEligible()).isFalse();
  }

  @Test
  void what_is_safe_beside_what_is_not_does_not_run_either() {
    Review review =
        review(schema(ORDERS, column("id", "bigint", true), column("name", "text", false)), USUAL);
    assertThat(review.verdicts())
        .extracting(Verdict::decision)
        .containsExactly(Decision.DEFER, Decision.APPLY);
    assertThat(review.refused()).hasSize(1);
  }

  @ParameterizedTest(name = "most {0}, rows {1}: {2}")
  @CsvSource({
    "0, 1, table_size_budget",
    "10, 11, table_size_budget",
    "1, 1,",
    "1, , table_size_unknown",
  })
  void a_table_may_be_as_large_as_the_contract_says(long most, Long rows, String cause) {
    Review review =
        review(
            schema(ORDERS, column("id", "integer", true), column("name", "text", false)),
            Contracts.upTo(most),
            rows == null ? OptionalLong.empty() : OptionalLong.of(rows));
    if (cause == null) {
      assertThat(review.blockers()).isEmpty();
    } else {
      assertThat(review.blockers())
          .containsExactly("schema_evolution.%s:add_column:public.orders.name".formatted(cause));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Columns.class, mode = EnumSource.Mode.EXCLUDE, names = "EVOLVE")
  void frozen_columns_stop_a_new_one(Columns columns) {
    Contract contract =
        Contracts.with(
            Tables.EVOLVE, columns, DataType.EVOLVE, DdlMode.ONLINE, OnSchemaChange.APPLY);
    assertThat(
            review(
                    schema(ORDERS, column("id", "integer", true), column("name", "text", false)),
                    contract)
                .refused())
        .hasSize(1);
  }

  @Test
  void without_a_contract_everything_passes() {
    assertThat(review(schema(ORDERS), Contract.none())).isEqualTo(Review.NONE);
  }

  @Test
  void a_new_table_is_one_change_with_all_its_parts() {
    Column column = new Column("public.lines", "n", "integer", true, null, null, null, null, null);
    Review review =
        review(
            schema(
                ORDERS,
                column("id", "integer", true),
                new Table("public.lines", "with a comment"),
                column),
            USUAL);
    assertThat(review.verdicts()).extracting(Verdict::change).containsExactly("create_table");
  }

  @Test
  void a_table_that_goes_breaks() {
    assertThat(review(Schema.empty(), USUAL).blockers())
        .containsExactly("schema_evolution.breaking:drop_table:public.orders");
  }

  @ParameterizedTest
  @EnumSource(DdlMode.class)
  void a_column_that_goes_breaks_in_every_mode(DdlMode mode) {
    assertThat(review(schema(ORDERS), Contracts.in(mode)).refused()).hasSize(1);
  }

  @Test
  void demanding_values_breaks() {
    Schema nullable = schema(ORDERS, column("id", "integer", false));
    Review review =
        Reviewing.review(
            nullable,
            BASE,
            Planning.plan(nullable, BASE, PlanSettings.defaults()),
            USUAL,
            table -> OptionalLong.empty());
    assertThat(review.blockers())
        .containsExactly("schema_evolution.breaking:nullability_tighten:public.orders.id");
  }

  @Test
  void demanding_no_values_any_more_keeps_nobody_waiting() {
    assertThat(review(schema(ORDERS, column("id", "integer", false)), USUAL).blockers()).isEmpty();
  }

  @Test
  void an_incompatible_type_is_told_where_its_values_belong() {
    Contract routing = Contracts.with(Mode.WIDENING, OnTypeChange.NEW_COLUMN);
    assertThat(review(schema(ORDERS, column("id", "text", true)), routing).refused())
        .singleElement()
        .matches(it -> it.change().equals("protected_column_type_change"));
  }

  @Test
  void a_type_that_belongs_into_a_column_of_its_own_does_not_change_in_place() {
    Schema numbers = schema(ORDERS, column("amount", "integer", false));
    Schema texts = schema(ORDERS, column("amount", "text", false));
    Review review =
        Reviewing.review(
            numbers,
            texts,
            Planning.plan(numbers, texts, PlanSettings.defaults()),
            Contracts.with(Mode.WIDENING, OnTypeChange.NEW_COLUMN),
            table -> OptionalLong.empty());
    assertThat(review.blockers())
        .containsExactly("schema_evolution.unsupported:add_generated_column:public.orders.amount");
  }

  @Test
  void a_yes_does_not_make_a_large_table_small() {
    Contract usual = Contracts.in(DdlMode.MANUAL_APPROVAL);
    Schema target = schema(ORDERS, column("id", "integer", true), column("name", "text", false));
    assertThat(review(target, usual).needsApproval()).isTrue();
    assertThat(review(target, usual).refused()).isEmpty();
    assertThat(review(target, manual(1L, OnSchemaChange.APPLY, true)).refused())
        .extracting(Verdict::blocker)
        .containsExactly("schema_evolution.table_size_unknown:add_column:public.orders.name");
    assertThat(review(target, manual(null, OnSchemaChange.NOTIFY, true)).refused())
        .extracting(Verdict::blocker)
        .containsExactly("schema_evolution.notify:add_column:public.orders.name");
    assertThat(review(target, manual(null, OnSchemaChange.APPLY, false)).refused())
        .extracting(Verdict::blocker)
        .containsExactly("schema_evolution.apply_safe:add_column:public.orders.name");
  }

  private static Contract manual(@Nullable Long most, OnSchemaChange on, boolean applySafe) {
    Contract usual = Contract.defaults();
    return new Contract(
        true,
        usual.mode(),
        usual.onTypeChange(),
        false,
        usual.newColumnPrefix(),
        usual.reservedPrefix(),
        List.of(),
        List.of(),
        Tables.EVOLVE,
        Columns.EVOLVE,
        DataType.EVOLVE,
        DdlMode.MANUAL_APPROVAL,
        on,
        applySafe,
        false,
        most,
        null,
        null);
  }

  @Test
  void quoted_names_are_compared_without_their_quotes() {
    Schema reserved =
        schema(ORDERS, column("id", "integer", true), column("\"__ledger__Total\"", "text", false));
    assertThat(review(reserved, USUAL).blockers())
        .containsExactly(
            "schema_evolution.breaking:reserved_column:public.orders.\"__ledger__Total\"");
    Schema other = schema(ORDERS, column("\"ID\"", "integer", true));
    assertThat(review(other, USUAL).verdicts())
        .extracting(Verdict::change)
        .contains("column_case_change");
  }

  @Test
  void a_table_that_stays_as_it_is_stops_nothing_whatever_its_columns_are_called() {
    Table odd = new Table("public.odd", null);
    Column one = new Column("public.odd", "foo", "text", false, null, null, null, null, null);
    Column two = new Column("public.odd", "\"Foo\"", "text", false, null, null, null, null, null);
    Schema base = schema(odd, one, two);
    Schema target = schema(odd, one, two, ORDERS);
    Review review =
        Reviewing.review(
            base,
            target,
            Planning.plan(base, target, PlanSettings.defaults()),
            USUAL,
            table -> OptionalLong.empty());
    assertThat(review.verdicts()).extracting(Verdict::change).containsExactly("create_table");
  }

  @Test
  void reserved_names_are_reserved_in_a_new_table_too() {
    Table lines = new Table("public.lines", null);
    Column column =
        new Column("public.lines", "__ledger__n", "integer", false, null, null, null, null, null);
    assertThat(
            review(schema(ORDERS, column("id", "integer", true), lines, column), USUAL).blockers())
        .containsExactly("schema_evolution.breaking:reserved_column:public.lines.__ledger__n");
  }

  @Test
  void an_ignored_column_is_no_matter_of_the_contract() {
    Schema base = schema(ORDERS, column("loaded_at", "date", false));
    Schema target = schema(ORDERS);
    assertThat(
            Reviewing.review(
                    base,
                    target,
                    Planning.plan(base, target, PlanSettings.defaults()),
                    USUAL,
                    table -> OptionalLong.empty())
                .verdicts())
        .isEmpty();
  }

  @Test
  void frozen_columns_keep_their_defaults() {
    Column defaulted =
        new Column("public.orders", "id", "integer", true, "7", null, null, null, null);
    Contract frozen =
        Contracts.with(
            Tables.EVOLVE, Columns.FREEZE, DataType.EVOLVE, DdlMode.ONLINE, OnSchemaChange.APPLY);
    assertThat(review(schema(ORDERS, defaulted), USUAL).blockers()).isEmpty();
    assertThat(review(schema(ORDERS, defaulted), frozen).refused()).hasSize(1);
  }

  @Test
  void what_is_neither_table_nor_column_is_judged_by_its_steps() {
    Schema commented =
        schema(new Table("public.orders", "all of them"), column("id", "integer", true));
    assertThat(review(commented, USUAL).verdicts())
        .singleElement()
        .matches(it -> it.change().equals("change"))
        .matches(it -> it.subject().equals("table public.orders"))
        .matches(it -> it.decision() == Decision.APPLY);
    assertThat(review(commented, Contracts.in(DdlMode.PLAN_ONLY)).blockers())
        .containsExactly("schema_evolution.blocking:change:table public.orders");
  }

  @Test
  void the_same_plan_gets_the_same_review() {
    Schema target = schema(ORDERS, column("id", "bigint", true), column("name", "text", false));
    assertThat(review(target, USUAL)).isEqualTo(review(target, USUAL));
  }
}
