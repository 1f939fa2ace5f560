package dev.releaseledger.domain.policy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.policy.contract.Contract.Columns;
import dev.releaseledger.domain.policy.contract.Contract.DataType;
import dev.releaseledger.domain.policy.contract.Contract.DdlMode;
import dev.releaseledger.domain.policy.contract.Contract.OnSchemaChange;
import dev.releaseledger.domain.policy.contract.Contract.Tables;
import dev.releaseledger.domain.policy.contract.Verdict.Budget;
import dev.releaseledger.domain.policy.contract.Verdict.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecidingTest {

  /** Every combination of three ways with tables and four with each of the others. */
  private static List<Contract> everyContract() {
    List<Contract> all = new ArrayList<>();
    for (Tables tables : Tables.values()) {
      for (Columns columns : Columns.values()) {
        for (DataType dataType : DataType.values()) {
          for (DdlMode ddlMode : DdlMode.values()) {
            for (OnSchemaChange on : OnSchemaChange.values()) {
              all.add(Contracts.with(tables, columns, dataType, ddlMode, on));
            }
          }
        }
      }
    }
    return all;
  }

  private static Map<Decision, Integer> tally(
      List<Contract> contracts, Function<Deciding, Verdict> verdict) {
    Map<Decision, Integer> tally = new TreeMap<>();
    for (Contract contract : contracts) {
      tally.merge(verdict.apply(new Deciding(contract)).decision(), 1, Integer::sum);
    }
    return tally;
  }

  private static Verdict verdict(Deciding deciding, ChangeType type, Risk risk) {
    return deciding.column(
        new ColumnChange(type, "c", false, "as said"), "public.t.c", risk, Budget.WITHIN);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ADD_COLUMN, METADATA_ONLY, 24, 24, 216, 24, 96, 384",
    "ADD_GENERATED_COLUMN, METADATA_ONLY, 12, 12, 228, 12, 120, 384",
    "TYPE_WIDEN, BLOCKING, 24, 24, 192, 48, 96, 384",
  })
  void every_combination_of_modes_decides_as_its_source_does(
      ChangeType type,
      Risk risk,
      int apply,
      int notify,
      int defer,
      int manual,
      int quarantine,
      int fail) {
    assertThat(tally(everyContract(), deciding -> verdict(deciding, type, risk)))
        .isEqualTo(
            Map.of(
                Decision.APPLY, apply,
                Decision.NOTIFY, notify,
                Decision.DEFER, defer,
                Decision.MANUAL_APPROVAL, manual,
                Decision.QUARANTINE, quarantine,
                Decision.FAIL, fail));
  }

  @Test
  void a_missing_table_is_created_in_two_of_48_combinations() {
    List<Contract> contracts =
        everyContract().stream()
            .filter(it -> it.columns() == Columns.EVOLVE && it.dataType() == DataType.EVOLVE)
            .toList();
    assertThat(contracts).hasSize(48);

    List<Contract> creating =
        contracts.stream()
            .filter(it -> new Deciding(it).missingTable("public.t").blocker() == null)
            .toList();

    assertThat(creating)
        .extracting(Contract::tables, Contract::ddlMode, Contract::onSchemaChange)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                Tables.EVOLVE, DdlMode.ONLINE, OnSchemaChange.APPLY),
            org.assertj.core.groups.Tuple.tuple(
                Tables.EVOLVE, DdlMode.SAFE_WINDOW, OnSchemaChange.APPLY));
    assertThat(contracts)
        .filteredOn(it -> !creating.contains(it))
        .allSatisfy(it ->
            assertThat(new Deciding(it).missingTable("public.t").blocker())
                .startsWith("schema_evolution.")
                .endsWith(":create_table:public.t"));
  }

  @Test
  void tables_say_nothing_about_a_table_that_is_there() {
    for (Contract contract : everyContract()) {
      Contract other =
          Contracts.with(
              Tables.EVOLVE,
              contract.columns(),
              contract.dataType(),
              contract.ddlMode(),
              contract.onSchemaChange());
      assertThat(verdict(new Deciding(contract), ChangeType.ADD_COLUMN, Risk.METADATA_ONLY))
          .isEqualTo(verdict(new Deciding(other), ChangeType.ADD_COLUMN, Risk.METADATA_ONLY));
    }
  }

  /** Of what is named by one code only, the first that holds names it. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "BREAKING, UNKNOWN, ONLINE, table_size_unknown",
    "BREAKING, EXCEEDED, ONLINE, table_size_budget",
    "BREAKING, WITHIN, MANUAL_APPROVAL, breaking",
    "UNSUPPORTED, WITHIN, MANUAL_APPROVAL, unsupported",
    "METADATA_ONLY, WITHIN, MANUAL_APPROVAL, manual_approval",
    "METADATA_ONLY, WITHIN, PLAN_ONLY, blocking",
    "BLOCKING, WITHIN, ONLINE, blocking",
  })
  void a_blocker_is_named_by_the_first_cause(Risk risk, Budget budget, DdlMode mode, String code) {
    Verdict verdict =
        new Deciding(Contracts.in(mode))
            .column(
                new ColumnChange(ChangeType.ADD_COLUMN, "c", false, "as said"),
                "public.t.c",
                risk,
                budget);
    assertThat(verdict.blocker())
        .isEqualTo("schema_evolution.%s:add_column:public.t.c".formatted(code));
  }

  @ParameterizedTest
  @EnumSource(DdlMode.class)
  void breaking_is_applied_in_no_mode(DdlMode mode) {
    Verdict verdict =
        new Deciding(Contracts.in(mode))
            .column(
                new ColumnChange(ChangeType.DROP_COLUMN, "c", true, "as said"),
                "public.t.c",
                Risk.METADATA_ONLY,
                Budget.WITHIN);
    assertThat(verdict.decision()).isNotEqualTo(Decision.APPLY);
    assertThat(verdict.blocker()).isEqualTo("schema_evolution.breaking:drop_column:public.t.c");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "ONLINE, BLOCKING, DEFER",
    "SAFE_WINDOW, BLOCKING, APPLY",
    "ONLINE, LOW_LOCK, APPLY",
    "ONLINE, METADATA_ONLY, APPLY",
  })
  void a_window_lets_through_what_keeps_people_waiting(DdlMode mode, Risk risk, Decision decision) {
    assertThat(verdict(new Deciding(Contracts.in(mode)), ChangeType.TYPE_WIDEN, risk).decision())
        .isEqualTo(decision);
  }
}
