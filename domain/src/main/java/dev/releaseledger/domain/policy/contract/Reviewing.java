package dev.releaseledger.domain.policy.contract;

import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.contract.Verdict.Budget;
import dev.releaseledger.domain.policy.contract.Verdict.Decision;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Goes through all that a plan changes, with a contract in hand: tables and columns by how they
 * differ, everything else by what its steps cost.
 */
public final class Reviewing {

  private final Schema base;
  private final Schema target;
  private final Contract contract;
  private final Function<String, OptionalLong> rows;
  private final Deciding deciding;
  private final List<Verdict> verdicts = new ArrayList<>();

  /** The step that costs most of those about an object, by the object. */
  private final Map<String, Step> worst = new LinkedHashMap<>();

  /** The objects that a verdict was given for, as the steps name them. */
  private final Set<String> reviewed = new HashSet<>();

  private Reviewing(
      Schema base,
      Schema target,
      SchemaPlan plan,
      Contract contract,
      Function<String, OptionalLong> rows) {
    this.base = base;
    this.target = target;
    this.contract = contract;
    this.rows = rows;
    this.deciding = new Deciding(contract);
    for (Step step : plan.steps()) {
      worst.merge(
          step.object(),
          step,
          (one, other) -> one.risk().compareTo(other.risk()) >= 0 ? one : other);
    }
  }

  /**
   * Reviews a plan.
   *
   * @param base the schema of the database, with declared renames done
   * @param rows how many rows a table has, as far as that is known
   */
  public static Review review(
      Schema base,
      Schema target,
      SchemaPlan plan,
      Contract contract,
      Function<String, OptionalLong> rows) {
    return contract.enabled()
        ? new Reviewing(base, target, plan, contract, rows).review()
        : Review.NONE;
  }

  private Review review() {
    for (SchemaObject object : target.objects().values()) {
      if (object instanceof Table table) {
        declared(table);
      }
    }
    for (SchemaObject object : base.objects().values()) {
      if (object instanceof Table table && target.find(table.id()) == null) {
        reviewed.add(table.id().label());
        verdicts.add(
            deciding.other(
                "drop_table", table.name(), Risk.BREAKING, "a table is not declared any more"));
      }
    }
    others();
    return new Review(verdicts);
  }

  private void declared(Table table) {
    if (base.find(table.id()) == null) {
      reviewed.add(table.id().label());
      verdicts.add(deciding.missingTable(table.name()));
      Comparison.reserved(columns(target, table), contract)
          .forEach(change -> changed(table, change));
      return;
    }
    List<ContractColumn> declared = columns(target, table);
    List<ContractColumn> observed = columns(base, table);
    // The columns of a partition are those of its whole; what is as it was is nobody's business.
    if (table.partition() != null || declared.equals(observed)) {
      return;
    }
    overlook(table, declared, observed);
    switch (Comparison.of(declared, observed, contract)) {
      case Comparison.Compared(List<ColumnChange> changes) ->
          changes.forEach(change -> changed(table, change));
      case Comparison.Ambiguous it -> verdicts.add(ambiguous(table, it));
    }
  }

  /** What the contract does not see is not judged by what its steps cost either. */
  private void overlook(Table table, List<ContractColumn> declared, List<ContractColumn> observed) {
    Map<String, ContractColumn> wanted = new LinkedHashMap<>();
    declared.forEach(column -> wanted.put(column.name(), column));
    for (ContractColumn column : observed) {
      ContractColumn other = wanted.get(column.name());
      boolean unseen =
          other == null
              ? contract.overlooks(column.name())
              : contract.acceptExistingNullableTarget() && column.nullable() && !other.nullable();
      if (unseen) {
        reviewed.add(new ObjectId(ObjectKind.COLUMN, identity(table, column.name())).label());
      }
    }
  }

  private void changed(Table table, ColumnChange change) {
    String subject = identity(table, change.column());
    String label = new ObjectId(ObjectKind.COLUMN, subject).label();
    String ofDefault = new ObjectId(ObjectKind.COLUMN_DEFAULT, subject).label();
    reviewed.add(label);
    // The plan does what is declared, which is to change the type of the column itself.
    Risk cost = change.newColumn() == null ? Risk.METADATA_ONLY : Risk.UNSUPPORTED;
    for (String object : List.of(label, ofDefault)) {
      Step step = worst.get(object);
      cost = step == null ? cost : cost.or(step.risk());
    }
    verdicts.add(deciding.column(change, subject, cost, budget(table)));
  }

  private String identity(Table table, String column) {
    return Stream.of(target, base)
        .flatMap(schema -> schema.columnsOf(table.name()).stream())
        .filter(it -> QualifiedName.plain(it.name()).equals(column))
        .map(it -> it.id().identity())
        .findFirst()
        .orElse(table.name() + "." + column);
  }

  private Budget budget(Table table) {
    Long most = contract.maxTableSizeForInlineDdl();
    if (most == null) {
      return Budget.WITHIN;
    }
    OptionalLong count = rows.apply(table.name());
    if (count.isEmpty()) {
      return Budget.UNKNOWN;
    }
    return count.getAsLong() > most ? Budget.EXCEEDED : Budget.WITHIN;
  }

  private static Verdict ambiguous(Table table, Comparison.Ambiguous it) {
    return new Verdict(
        "identifier_case_ambiguous",
        table.name(),
        Risk.UNSUPPORTED,
        Decision.FAIL,
        Verdict.CODES
            + "identifier_case_ambiguous:%s:%s/%s".formatted(it.side(), it.one(), it.other()),
        "two columns have names that differ by case only");
  }

  private static List<ContractColumn> columns(Schema schema, Table table) {
    return schema.columnsOf(table.name()).stream().map(ContractColumn::of).toList();
  }

  /** What is about no column, and about no table that comes or goes, by its object. */
  private void others() {
    Set<String> along = new HashSet<>(reviewed);
    along.addAll(partsOfMissing(target, base));
    along.addAll(partsOfMissing(base, target));
    worst.forEach((object, step) -> {
      if (!along.contains(object)) {
        verdicts.add(
            isOfColumn(object)
                ? deciding.ofColumn(object, step.risk(), step.summary())
                : deciding.other("change", object, step.risk(), step.summary()));
      }
    });
  }

  private static boolean isOfColumn(String object) {
    return Stream.of(ObjectKind.COLUMN, ObjectKind.COLUMN_DEFAULT)
        .anyMatch(kind -> object.startsWith(kind.label() + " "));
  }

  /** What belongs to tables that the other schema lacks, as the steps name it. */
  private static List<String> partsOfMissing(Schema with, Schema without) {
    return with.objects().values().stream()
        .filter(object ->
            object.parent() instanceof ObjectId parent
                && parent.kind() == ObjectKind.TABLE
                && without.find(parent) == null)
        .map(object -> object.id().label())
        .toList();
  }
}
