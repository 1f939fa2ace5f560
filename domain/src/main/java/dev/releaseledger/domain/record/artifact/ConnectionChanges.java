package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Review;
import dev.releaseledger.domain.policy.contract.Reviewing;
import dev.releaseledger.domain.policy.contract.Verdict;
import dev.releaseledger.domain.policy.contract.Verdict.Decision;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a plan changes on one connection: each change with its steps, table by table. */
final class ConnectionChanges {

  /** What belongs to no table. */
  static final String NO_TABLE = "";

  private static final Pattern RENAME =
      Pattern.compile("(?i)ALTER (TABLE|SCHEMA) .* RENAME .*", Pattern.DOTALL);

  /**
   * A change and the steps that make it.
   *
   * @param column the column, or the object where it is about no column
   */
  record Change(String table, String column, boolean ofColumn, Verdict verdict, List<Step> steps) {}

  private final SchemaPlan plan;
  private final Shapes shapes;
  private final Map<String, String> tables;
  private final Set<Step> claimed = new LinkedHashSet<>();
  private final Map<String, List<Change>> changes = new LinkedHashMap<>();

  private ConnectionChanges(SchemaPlan plan, Shapes shapes) {
    this.plan = plan;
    this.shapes = shapes;
    this.tables = shapes.tables();
  }

  /**
   * The changes of a plan, by table.
   *
   * @param review what a contract said to it; without one, the words of a contract are used and
   *     nothing is held back
   */
  static Map<String, List<Change>> of(SchemaPlan plan, Shapes shapes, @Nullable Review review) {
    return new ConnectionChanges(plan, shapes).changes(review);
  }

  private Map<String, List<Change>> changes(@Nullable Review review) {
    List<Verdict> verdicts =
        review == null || review.verdicts().isEmpty() ? unheld() : review.verdicts();
    // Whole tables come last, because they take the steps that nothing else is about.
    Stream.concat(
            verdicts.stream().filter(it -> !isOfTable(it)),
            verdicts.stream().filter(ConnectionChanges::isOfTable))
        .forEach(this::add);
    for (Step step : plan.steps()) {
      if (!claimed.contains(step)) {
        add(
            new Verdict(
                "change", step.object(), step.risk(), Decision.APPLY, null, step.summary()));
      }
    }
    return changes;
  }

  /** What a contract would call the changes, where none has a say. */
  private List<Verdict> unheld() {
    if (shapes.base() == null
        || plan.steps().stream().anyMatch(step -> RENAME.matcher(step.sql()).matches())) {
      return List.of();
    }
    return Reviewing.review(
            shapes.base(), shapes.target(), plan, Contract.defaults(), _ -> OptionalLong.empty())
        .verdicts()
        .stream()
        .map(it ->
            new Verdict(it.change(), it.subject(), it.risk(), Decision.APPLY, null, it.reason()))
        .toList();
  }

  private static boolean isOfTable(Verdict verdict) {
    return verdict.change().equals("create_table") || verdict.change().equals("drop_table");
  }

  private static boolean isOfObject(Verdict verdict) {
    return verdict.change().equals("change");
  }

  private static boolean isOfColumn(Verdict verdict) {
    return !isOfTable(verdict)
        && !isOfObject(verdict)
        && !verdict.change().equals("identifier_case_ambiguous");
  }

  private void add(Verdict verdict) {
    String table = table(verdict);
    List<Step> steps = plan.steps().stream().filter(it -> makes(it, verdict)).toList();
    claimed.addAll(steps);
    boolean ofColumn = isOfColumn(verdict);
    String column =
        ofColumn
            ? QualifiedName.plain(QualifiedName.parse(verdict.subject()).last())
            : verdict.subject();
    changes
        .computeIfAbsent(table, _ -> new ArrayList<>())
        .add(new Change(table, column, ofColumn, verdict, steps));
  }

  private String table(Verdict verdict) {
    if (isOfObject(verdict)) {
      return tableOf(verdict.subject());
    }
    return isOfColumn(verdict)
        ? QualifiedName.parse(verdict.subject()).container()
        : verdict.subject();
  }

  private boolean makes(Step step, Verdict verdict) {
    if (claimed.contains(step)) {
      return false;
    }
    if (isOfObject(verdict)) {
      return step.object().equals(verdict.subject());
    }
    if (isOfColumn(verdict)) {
      return step.object().equals(ObjectKind.COLUMN.label() + " " + verdict.subject())
          || step.object().equals(ObjectKind.COLUMN_DEFAULT.label() + " " + verdict.subject());
    }
    return tableOf(step.object()).equals(verdict.subject());
  }

  private String tableOf(String object) {
    String known = tables.get(object);
    if (known != null) {
      return known;
    }
    String told = Shapes.tableIn(object);
    return told == null ? NO_TABLE : told;
  }
}
