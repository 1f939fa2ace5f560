package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.document.Choice;
import dev.releaseledger.domain.policy.contract.Contract;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the rules of a policy under the paths that a document has for them. */
final class PolicySettings {

  private static final String CONTRACT = "contract";

  private final SortedMap<String, String> settings = new TreeMap<>();

  private PolicySettings() {}

  static SortedMap<String, String> of(Policy policy) {
    PolicySettings all = new PolicySettings();
    all.put("marked", policy.marked());
    all.put("approvals.required", policy.approvalsRequired());
    all.approvals(policy.approvals());
    all.put("separation_of_duties", policy.separation());
    all.gates(policy.gates());
    all.put("emergency.allowed", policy.emergency().allowed());
    all.put("emergency.review_within_hours", policy.emergency().reviewWithinHours());
    all.put("force", policy.force());
    if (policy.contract().enabled()) {
      all.contract(policy.contract());
    } else {
      all.put(CONTRACT, "none");
    }
    return all.settings;
  }

  private void approvals(Approvals approvals) {
    approvals.groups().forEach((group, count) -> put("approvals.groups." + group, count));
    approvals.owners().forEach((tables, who) -> put("approvals.owners." + tables, who));
    put("approvals.authority", approvals.authority());
    put("approvals.valid_for_hours", approvals.validForHours());
    put("approvals.signed", approvals.signed());
  }

  private void gates(GateSettings gates) {
    GateSettings.Promotion promotion = gates.promotion();
    put("gates.promotion", promotion == null ? null : "required");
    if (promotion != null) {
      put("gates.promotion.from", promotion.from());
      put("gates.promotion.soak_hours", promotion.soakHours());
      put("gates.promotion.rollback_rehearsed", promotion.rollbackRehearsed());
    }
    GateSettings.Backup backup = gates.backup();
    put("gates.backup", backup != null);
    if (backup != null) {
      put("gates.backup.restore_tested_within_days", backup.restoreTestedWithinDays());
    }
    put("gates.recovery", gates.recovery());
    put("gates.data_strategy", gates.dataStrategy());
    put("gates.scope", gates.scope());
    put("gates.security_note", gates.securityNote());
    put("gates.evidence", gates.evidence());
    window(gates.window());
    put("gates.linear_history", gates.linearHistory());
    put("gates.triggers", gates.triggers());
  }

  private void window(GateSettings.@Nullable Window window) {
    put("gates.window", window == null ? null : "required");
    if (window != null) {
      put("gates.window.zone", window.zone());
      put("gates.window.starts", window.starts());
      put("gates.window.rule", window.rule());
      put("gates.window.lasts_minutes", window.lastsMinutes());
      put("gates.window.for_longer_than_seconds", window.forLongerThanSeconds());
    }
  }

  private void contract(Contract contract) {
    of("mode", contract.mode());
    of("on_type_change", contract.onTypeChange());
    of("accept_existing_nullable_target", contract.acceptExistingNullableTarget());
    of("new_column_prefix", contract.newColumnPrefix());
    of("reserved_prefix", contract.reservedPrefix());
    of("ignored_columns", contract.ignoredColumns());
    of("protected_columns", contract.protectedColumns());
    of("tables", contract.tables());
    of("columns", contract.columns());
    of("data_type", contract.dataType());
    of("ddl_mode", contract.ddlMode());
    of("on_schema_change", contract.onSchemaChange());
    of("apply_safe", contract.applySafe());
    of("allow_blocking_online", contract.allowBlockingOnline());
    of("max_table_size_for_inline_ddl", contract.maxTableSizeForInlineDdl());
    of("lock_timeout_seconds", contract.lockTimeoutSeconds());
    of("statement_timeout_seconds", contract.statementTimeoutSeconds());
  }

  private void of(String name, @Nullable Object value) {
    put(CONTRACT + "." + name, value);
  }

  private void put(String path, @Nullable Object value) {
    settings.put(
        path,
        switch (value) {
          case null -> "none";
          case Choice choice -> choice.word();
          case List<?> names -> names.isEmpty() ? "none" : String.join(", ", texts(names));
          default -> value.toString();
        });
  }

  private static List<String> texts(List<?> names) {
    return names.stream()
        .map(name -> name instanceof Choice choice ? choice.word() : String.valueOf(name))
        .toList();
  }
}
