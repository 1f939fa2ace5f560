package dev.releaseledger.domain.policy.contract;

import static dev.releaseledger.domain.policy.contract.ChangeType.ADD_COLUMN;
import static dev.releaseledger.domain.policy.contract.ChangeType.ADD_GENERATED_COLUMN;
import static dev.releaseledger.domain.policy.contract.ChangeType.COLLATION_CHANGE;
import static dev.releaseledger.domain.policy.contract.ChangeType.COLUMN_CASE_CHANGE;
import static dev.releaseledger.domain.policy.contract.ChangeType.DROP_COLUMN;
import static dev.releaseledger.domain.policy.contract.ChangeType.GENERATED_COLUMN_CONFLICT;
import static dev.releaseledger.domain.policy.contract.ChangeType.MAP_TO_GENERATED_COLUMN;
import static dev.releaseledger.domain.policy.contract.ChangeType.NULLABILITY_RELAX;
import static dev.releaseledger.domain.policy.contract.ChangeType.NULLABILITY_TIGHTEN;
import static dev.releaseledger.domain.policy.contract.ChangeType.PROTECTED_COLUMN_TYPE_CHANGE;
import static dev.releaseledger.domain.policy.contract.ChangeType.RESERVED_COLUMN;
import static dev.releaseledger.domain.policy.contract.ChangeType.TYPE_CHANGE;
import static dev.releaseledger.domain.policy.contract.ChangeType.TYPE_WIDEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.contract.Contract.Mode;
import dev.releaseledger.domain.policy.contract.Contract.OnTypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {

  private static final Contract USUAL = Contracts.with(Mode.WIDENING, OnTypeChange.FAIL);
  private static final Contract ROUTING = Contracts.with(Mode.WIDENING, OnTypeChange.NEW_COLUMN);

  /** Columns from {@code name:type}, with {@code !} behind those that need a value. */
  private static List<ContractColumn> columns(String... written) {
    List<ContractColumn> columns = new ArrayList<>();
    for (String column : written) {
      int colon = column.indexOf(':');
      String type = column.substring(colon + 1);
      boolean needed = type.endsWith("!");
      columns.add(
          new ContractColumn(
              column.substring(0, colon),
              needed ? type.substring(0, type.length() - 1) : type,
              !needed));
    }
    return columns;
  }

  private static List<ColumnChange> changes(
      List<ContractColumn> declared, List<ContractColumn> observed, Contract contract) {
    Comparison comparison = Comparison.of(declared, observed, contract);
    assertThat(comparison).isInstanceOf(Comparison.Compared.class);
    return ((Comparison.Compared) comparison).changes();
  }

  private static Map<String, Boolean> breaking(List<ColumnChange> changes) {
    Map<String, Boolean> all = new TreeMap<>();
    changes.forEach(it -> all.put(it.type().word() + " " + it.column(), it.breaking()));
    return all;
  }

  @Test
  void what_is_the_same_does_not_differ() {
    List<ContractColumn> columns = columns("id:bigint!", "name:text");
    assertThat(changes(columns, columns, USUAL)).isEmpty();
  }

  @Test
  void changes_come_as_declared_and_then_what_is_only_in_the_database() {
    assertThat(
            changes(
                columns(
                    "id:bigint!",
                    "amount:numeric(18,2)",
                    "status:character varying(64)",
                    "created_at:timestamp with time zone"),
                columns("id:integer!", "amount:numeric(10,2)", "legacy:character varying(20)"),
                USUAL))
        .extracting(ColumnChange::type)
        .containsExactly(TYPE_WIDEN, TYPE_WIDEN, ADD_COLUMN, ADD_COLUMN, DROP_COLUMN);
  }

  @ParameterizedTest(name = "{0} in {1} breaks: {2}")
  @CsvSource({
    "name:text, STRICT, true",
    "name:text, ADDITIVE, false",
    "name:text, WIDENING, false",
    "name:text!, WIDENING, true",
  })
  void a_column_is_added(String column, Mode mode, boolean breaks) {
    assertThat(changes(columns(column), columns(), Contracts.with(mode, OnTypeChange.FAIL)))
        .singleElement()
        .matches(it -> it.type() == ADD_COLUMN && it.breaking() == breaks);
  }

  @Test
  void a_needed_column_that_has_a_default_breaks_nobody() {
    ContractColumn column = new ContractColumn("n", "integer", false, true, null);
    assertThat(changes(List.of(column), columns(), USUAL))
        .singleElement()
        .matches(it -> !it.breaking());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void a_wider_type_is_compatible_where_widening_is_allowed(Mode mode) {
    assertThat(
            changes(
                columns("n:bigint"), columns("n:integer"), Contracts.with(mode, OnTypeChange.FAIL)))
        .singleElement()
        .matches(it -> it.type() == TYPE_WIDEN && it.breaking() == (mode != Mode.WIDENING));
  }

  @Test
  void a_wider_type_that_is_needed_as_well_breaks() {
    assertThat(breaking(changes(columns("n:bigint!"), columns("n:integer"), USUAL)))
        .isEqualTo(Map.of("type_widen n", true, "nullability_tighten n", true));
  }

  @Test
  void a_rename_is_a_column_less_and_a_column_more() {
    assertThat(breaking(changes(columns("customer_id:bigint"), columns("client_id:bigint"), USUAL)))
        .isEqualTo(Map.of("add_column customer_id", false, "drop_column client_id", true));
  }

  @Test
  void names_that_differ_by_case_are_ambiguous() {
    assertThat(Comparison.of(columns("Foo:integer", "foo:integer"), columns(), USUAL))
        .isEqualTo(new Comparison.Ambiguous("declared", "Foo", "foo"));
  }

  @Test
  void another_spelling_breaks() {
    assertThat(changes(columns("Foo:integer"), columns("foo:integer"), USUAL))
        .singleElement()
        .matches(it -> it.type() == COLUMN_CASE_CHANGE && it.breaking());
  }

  @Test
  void needing_a_value_breaks_and_needing_none_does_not() {
    assertThat(breaking(changes(columns("n:integer!"), columns("n:integer"), USUAL)))
        .isEqualTo(Map.of(NULLABILITY_TIGHTEN.word() + " n", true));
    assertThat(breaking(changes(columns("n:integer"), columns("n:integer!"), USUAL)))
        .isEqualTo(Map.of(NULLABILITY_RELAX.word() + " n", false));
  }

  @Test
  void another_collation_breaks() {
    ContractColumn declared = new ContractColumn("n", "text", true, false, "\"de-x-icu\"");
    assertThat(changes(List.of(declared), columns("n:text"), USUAL))
        .singleElement()
        .matches(it -> it.type() == COLLATION_CHANGE && it.breaking());
  }

  @Test
  void a_reserved_name_comes_first_and_breaks() {
    assertThat(changes(columns("n:integer", "__ledger__value:text"), columns(), USUAL))
        .extracting(ColumnChange::type)
        .containsExactly(RESERVED_COLUMN, ADD_COLUMN);
  }

  @Test
  void what_is_reserved_or_ignored_is_not_missed() {
    assertThat(changes(columns(), columns("__ledger__value:text", "LOADED_AT:timestamp"), USUAL))
        .isEmpty();
  }

  @Test
  void an_incompatible_type_breaks() {
    assertThat(changes(columns("n:integer"), columns("n:text"), USUAL))
        .singleElement()
        .matches(it -> it.type() == TYPE_CHANGE && it.breaking());
  }

  @Test
  void an_incompatible_type_can_go_to_a_column_of_its_own() {
    assertThat(changes(columns("amount:text"), columns("amount:integer!"), ROUTING))
        .singleElement()
        .matches(it -> it.type() == ADD_GENERATED_COLUMN && !it.breaking())
        .extracting(ColumnChange::newColumn)
        .isEqualTo("__ledger__nc__amount");
  }

  @Test
  void the_column_for_an_incompatible_type_may_be_there_already() {
    assertThat(
            changes(
                columns("amount:text"),
                columns("amount:integer", "__ledger__nc__amount:text"),
                ROUTING))
        .singleElement()
        .matches(it -> it.type() == MAP_TO_GENERATED_COLUMN && !it.breaking());
    assertThat(
            changes(
                columns("amount:text"),
                columns("amount:integer", "__ledger__nc__amount:bigint"),
                ROUTING))
        .singleElement()
        .matches(it -> it.type() == GENERATED_COLUMN_CONFLICT && it.breaking());
  }

  @Test
  void a_protected_column_does_not_give_way() {
    assertThat(changes(columns("id:character varying(20)!"), columns("id:integer!"), ROUTING))
        .singleElement()
        .matches(it -> it.type() == PROTECTED_COLUMN_TYPE_CHANGE && it.breaking())
        .matches(it -> it.newColumn() == null);
  }
}
