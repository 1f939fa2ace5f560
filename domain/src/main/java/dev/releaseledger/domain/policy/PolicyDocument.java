package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.document.Section;
import dev.releaseledger.domain.policy.Policy.Emergency;
import dev.releaseledger.domain.policy.Policy.Marking;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Contract.Columns;
import dev.releaseledger.domain.policy.contract.Contract.DataType;
import dev.releaseledger.domain.policy.contract.Contract.DdlMode;
import dev.releaseledger.domain.policy.contract.Contract.Mode;
import dev.releaseledger.domain.policy.contract.Contract.OnSchemaChange;
import dev.releaseledger.domain.policy.contract.Contract.OnTypeChange;
import dev.releaseledger.domain.policy.contract.Contract.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What came of reading a policy document. */
public sealed interface PolicyDocument {

  /** It is a policy. */
  record Read(Policy policy) implements PolicyDocument {}

  /** It is none: every mistake there is in it, each with its path and what is allowed there. */
  record Mistaken(List<String> mistakes) implements PolicyDocument {
    public Mistaken {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** The most approvals that can be asked for. */
  int MOST_APPROVALS = 20;

  /** Ten years. */
  int MOST_HOURS = 10 * 365 * 24;

  /** Beyond this a number is not exact in JSON. */
  long MOST_ROWS = 9_007_199_254_740_991L;

  /** Reads a document from the maps, lists and plain values that its text is made of. */
  static PolicyDocument of(@Nullable Object document, Calendar calendar) {
    List<String> mistakes = new ArrayList<>();
    Section whole = Section.of("", document, mistakes);
    Marking marked = whole.choice("marked", Marking.class, null);
    Policy usual = Policy.of(marked);
    Section approvals = whole.section("approvals");
    Policy policy =
        new Policy(
            marked,
            approvals.count("required", usual.approvalsRequired(), MOST_APPROVALS).intValue(),
            contract(whole, usual.contract()),
            approvals(approvals),
            whole.choices("separation_of_duties", Separation.class, usual.separation()),
            GateSection.read(whole.section("gates"), usual.gates(), calendar),
            emergency(whole.section("emergency"), usual.emergency()),
            force(whole, usual));
    whole.complete();
    return mistakes.isEmpty() ? new Read(policy) : new Mistaken(mistakes);
  }

  private static List<String> force(Section whole, Policy usual) {
    return whole.has("force")
        ? whole.choices("force", Forcing.class, List.of()).stream().map(Forcing::word).toList()
        : usual.force();
  }

  private static Approvals approvals(Section section) {
    Long hours = section.countOrNull("valid_for_hours", 1, MOST_HOURS);
    Approvals approvals =
        new Approvals(
            section.counts("groups", MOST_APPROVALS),
            owners(section),
            section.texts("authority"),
            hours == null ? null : hours.intValue(),
            section.flag("signed", false));
    section.complete();
    return approvals;
  }

  private static SortedMap<String, List<String>> owners(Section section) {
    SortedMap<String, List<String>> owners = section.lists("owners");
    owners.keySet().stream()
        .filter(pattern -> !TableNames.isPattern(pattern))
        .forEach(pattern -> section.mistake("owners." + pattern, TableNames.FORM));
    return owners;
  }

  private static Emergency emergency(Section section, Emergency usual) {
    Emergency emergency =
        new Emergency(
            section.flag("allowed", usual.allowed()),
            section.count("review_within_hours", usual.reviewWithinHours(), MOST_HOURS).intValue());
    section.complete();
    return emergency;
  }

  private static Contract contract(Section whole, Contract usual) {
    if (whole.isFlag("contract")) {
      return whole.flag("contract", true) ? Contract.defaults() : Contract.none();
    }
    if (!whole.has("contract")) {
      return usual;
    }
    Contract defaults = Contract.defaults();
    Section section = whole.section("contract");
    Contract contract =
        new Contract(
            true,
            section.choice("mode", Mode.class, defaults.mode()),
            section.choice("on_type_change", OnTypeChange.class, defaults.onTypeChange()),
            section.flag(
                "accept_existing_nullable_target", defaults.acceptExistingNullableTarget()),
            section.text("new_column_prefix", defaults.newColumnPrefix()),
            section.text("reserved_prefix", defaults.reservedPrefix()),
            section.texts("ignored_columns"),
            section.texts("protected_columns"),
            section.choice("tables", Tables.class, defaults.tables()),
            section.choice("columns", Columns.class, defaults.columns()),
            section.choice("data_type", DataType.class, defaults.dataType()),
            section.choice("ddl_mode", DdlMode.class, defaults.ddlMode()),
            section.choice("on_schema_change", OnSchemaChange.class, defaults.onSchemaChange()),
            section.flag("apply_safe", defaults.applySafe()),
            section.flag("allow_blocking_online", defaults.allowBlockingOnline()),
            section.countOrNull("max_table_size_for_inline_ddl", 0, MOST_ROWS),
            seconds(section, "lock_timeout_seconds"),
            seconds(section, "statement_timeout_seconds"));
    section.complete();
    return contract;
  }

  private static @Nullable Integer seconds(Section section, String name) {
    Long seconds = section.countOrNull(name, 1, Integer.MAX_VALUE / 1_000);
    return seconds == null ? null : seconds.intValue();
  }
}
