package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.policy.contract.Choice;
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
    if (policy.contract().enabled()) {
      all.contract(policy.contract());
    } else {
      all.put(CONTRACT, "none");
    }
    return all.settings;
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
    return names.stream().map(String::valueOf).toList();
  }
}
