package dev.releaseledger.domain.policy.contract;

import dev.releaseledger.domain.policy.contract.Contract.Columns;
import dev.releaseledger.domain.policy.contract.Contract.DataType;
import dev.releaseledger.domain.policy.contract.Contract.DdlMode;
import dev.releaseledger.domain.policy.contract.Contract.Mode;
import dev.releaseledger.domain.policy.contract.Contract.OnSchemaChange;
import dev.releaseledger.domain.policy.contract.Contract.OnTypeChange;
import dev.releaseledger.domain.policy.contract.Contract.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contracts that differ from the usual one in what a test is about. */
final class Contracts {

  private Contracts() {}

  static Contract with(
      Tables tables, Columns columns, DataType dataType, DdlMode ddlMode, OnSchemaChange on) {
    return contract(Mode.WIDENING, OnTypeChange.FAIL, tables, columns, dataType, ddlMode, on, null);
  }

  static Contract with(Mode mode, OnTypeChange onTypeChange) {
    return contract(
        mode,
        onTypeChange,
        Tables.EVOLVE,
        Columns.EVOLVE,
        DataType.EVOLVE,
        DdlMode.ONLINE,
        OnSchemaChange.APPLY,
        null);
  }

  static Contract in(DdlMode ddlMode) {
    return with(Tables.EVOLVE, Columns.EVOLVE, DataType.EVOLVE, ddlMode, OnSchemaChange.APPLY);
  }

  static Contract upTo(long rows) {
    return contract(
        Mode.WIDENING,
        OnTypeChange.FAIL,
        Tables.EVOLVE,
        Columns.EVOLVE,
        DataType.EVOLVE,
        DdlMode.ONLINE,
        OnSchemaChange.APPLY,
        rows);
  }

  private static Contract contract(
      Mode mode,
      OnTypeChange onTypeChange,
      Tables tables,
      Columns columns,
      DataType dataType,
      DdlMode ddlMode,
      OnSchemaChange on,
      @Nullable Long most) {
    Contract usual = Contract.defaults();
    return new Contract(
        true,
        mode,
        onTypeChange,
        false,
        usual.newColumnPrefix(),
        usual.reservedPrefix(),
        List.of("loaded_at"),
        List.of("id"),
        tables,
        columns,
        dataType,
        ddlMode,
        on,
        true,
        false,
        most,
        null,
        null);
  }
}
