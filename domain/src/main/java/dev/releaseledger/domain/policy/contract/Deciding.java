package dev.releaseledger.domain.policy.contract;

import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.policy.contract.Contract.Columns;
import dev.releaseledger.domain.policy.contract.Contract.DataType;
import dev.releaseledger.domain.policy.contract.Contract.DdlMode;
import dev.releaseledger.domain.policy.contract.Contract.OnSchemaChange;
import dev.releaseledger.domain.policy.contract.Contract.Tables;
import dev.releaseledger.domain.policy.contract.Verdict.Budget;
import dev.releaseledger.domain.policy.contract.Verdict.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides single changes under a contract: the first rule that has something to say decides. */
final class Deciding {

  private final Contract contract;

  Deciding(Contract contract) {
    this.contract = contract;
  }

  /** A change of a column. */
  Verdict column(ColumnChange change, String subject, Risk cost, Budget budget) {
    Risk risk = change.breaking() ? Risk.BREAKING : cost;
    Budget counted = change.type().isInline() ? budget : Budget.WITHIN;
    Decision decision =
        refused()
            .or(() -> shape(change.type()))
            .or(this::mode)
            .orElseGet(() -> cost(risk, counted));
    String blocker = blocker(change.type().word() + ":" + subject, risk, decision, counted);
    return new Verdict(change.type().word(), subject, risk, decision, blocker, change.reason());
  }

  /** A table that is declared and missing. */
  Verdict missingTable(String table) {
    Decision decision =
        refused()
            .or(() ->
                contract.tables() == Tables.EVOLVE ? Optional.empty() : Optional.of(Decision.DEFER))
            .or(this::mode)
            .orElseGet(this::answer);
    String blocker = blocker("create_table:" + table, Risk.METADATA_ONLY, decision, Budget.WITHIN);
    return new Verdict(
        "create_table",
        table,
        Risk.METADATA_ONLY,
        decision,
        blocker,
        "a declared table is missing");
  }

  /** What changes about a column besides its name, its type and whether it needs a value. */
  Verdict ofColumn(String subject, Risk risk, String reason) {
    Decision decision =
        refused().or(this::columns).or(this::mode).orElseGet(() -> cost(risk, Budget.WITHIN));
    String blocker = blocker("change:" + subject, risk, decision, Budget.WITHIN);
    return new Verdict("change", subject, risk, decision, blocker, reason);
  }

  /** A table that is not declared any more, and whatever is neither a table nor a column. */
  Verdict other(String change, String subject, Risk risk, String reason) {
    Decision decision = refused().or(this::mode).orElseGet(() -> cost(risk, Budget.WITHIN));
    return new Verdict(
        change,
        subject,
        risk,
        decision,
        blocker(change + ":" + subject, risk, decision, Budget.WITHIN),
        reason);
  }

  private Optional<Decision> refused() {
    boolean fails =
        contract.onSchemaChange() == OnSchemaChange.FAIL
            || contract.onSchemaChange() == OnSchemaChange.DISABLE_PIPELINE;
    return fails ? Optional.of(Decision.FAIL) : Optional.empty();
  }

  private Optional<Decision> shape(ChangeType type) {
    if (type.isPhysical() && contract.columns() != Columns.EVOLVE) {
      return columns();
    }
    if (type.isOfType() && contract.dataType() == DataType.QUARANTINE) {
      return Optional.of(Decision.QUARANTINE);
    }
    return type.isOfType() && contract.dataType() == DataType.FREEZE
        ? Optional.of(Decision.DEFER)
        : Optional.empty();
  }

  private Optional<Decision> columns() {
    return switch (contract.columns()) {
      case EVOLVE -> Optional.empty();
      case QUARANTINE -> Optional.of(Decision.QUARANTINE);
      case FREEZE, IGNORE -> Optional.of(Decision.DEFER);
    };
  }

  private Optional<Decision> mode() {
    return switch (contract.ddlMode()) {
      case MANUAL_APPROVAL -> Optional.of(Decision.MANUAL_APPROVAL);
      case PLAN_ONLY -> Optional.of(Decision.DEFER);
      case ONLINE, SAFE_WINDOW -> Optional.empty();
    };
  }

  private Decision cost(Risk risk, Budget budget) {
    boolean waits =
        contract.ddlMode() == DdlMode.ONLINE
            && risk == Risk.BLOCKING
            && !contract.allowBlockingOnline();
    return budget != Budget.WITHIN || risk.compareTo(Risk.BREAKING) >= 0 || waits
        ? Decision.DEFER
        : answer();
  }

  private Decision answer() {
    return contract.onSchemaChange() == OnSchemaChange.NOTIFY ? Decision.NOTIFY : Decision.APPLY;
  }

  /** A yes to the plan is waited for where nothing else is in its way. */
  private @Nullable String blocker(String what, Risk risk, Decision decision, Budget budget) {
    if (decision == Decision.APPLY) {
      return contract.applySafe() ? null : Verdict.CODES + "apply_safe:" + what;
    }
    return Verdict.CODES + code(risk, decision, budget) + ":" + what;
  }

  private String code(Risk risk, Decision decision, Budget budget) {
    if (budget != Budget.WITHIN) {
      return budget == Budget.UNKNOWN ? "table_size_unknown" : "table_size_budget";
    }
    if (risk.compareTo(Risk.BREAKING) >= 0) {
      return risk == Risk.BREAKING ? "breaking" : "unsupported";
    }
    if (decision == Decision.MANUAL_APPROVAL && answer() == Decision.NOTIFY) {
      return Decision.NOTIFY.word();
    }
    if (decision == Decision.MANUAL_APPROVAL && !contract.applySafe()) {
      return "apply_safe";
    }
    return decision == Decision.DEFER ? "blocking" : decision.word();
  }
}
