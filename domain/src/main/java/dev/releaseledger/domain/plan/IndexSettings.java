package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.IndexStorage;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes the steps that change how an index is stored and sampled. */
final class IndexSettings {

  private final SchemaObject target;
  private final String alter;
  private final List<DraftStep> steps = new ArrayList<>();

  private IndexSettings(SchemaObject target, String index) {
    this.target = target;
    this.alter = "ALTER INDEX " + index + " ";
  }

  /** The steps for an index that has its definition. */
  static List<DraftStep> index(Index base, Index target) {
    return new IndexSettings(target, target.name())
        .parameters(base.options(), target.options())
        .change(base.storage(), target.storage());
  }

  /** What is said about an index after it has been made. */
  static List<DraftStep> made(Index index) {
    return new IndexSettings(index, index.name()).change(null, index.storage());
  }

  /** The steps for the index of a constraint. */
  static List<DraftStep> constraint(Constraint base, Constraint target) {
    return new IndexSettings(target, target.indexName())
        .parameters(
            IndexStorage.orUsual(base.index()).options(),
            IndexStorage.orUsual(target.index()).options())
        .change(base.index(), target.index());
  }

  private IndexSettings parameters(List<String> before, List<String> after) {
    if (!before.equals(after)) {
      steps.add(
          Settings.step(
              target,
              Setting.STORAGE_PARAMETERS,
              alter + Options.change(before, after),
              alter + Options.change(after, before)));
    }
    return this;
  }

  private List<DraftStep> change(@Nullable IndexStorage base, @Nullable IndexStorage target) {
    IndexStorage before = IndexStorage.orUsual(base);
    IndexStorage after = IndexStorage.orUsual(target);
    if (!Objects.equals(before.tablespace(), after.tablespace())) {
      steps.add(
          Settings.step(
              this.target,
              Setting.TABLESPACE,
              alter + Settings.tablespace(after.tablespace()),
              alter + Settings.tablespace(before.tablespace())));
    }
    sampling(before.statistics(), after.statistics());
    return steps;
  }

  private void sampling(List<String> before, List<String> after) {
    TreeSet<Integer> columns = new TreeSet<>();
    before.forEach(it -> columns.add(column(it)));
    after.forEach(it -> columns.add(column(it)));
    for (int column : columns) {
      String old = sampled(column, before);
      String wanted = sampled(column, after);
      if (!old.equals(wanted)) {
        String set = alter + "ALTER COLUMN " + column + " SET STATISTICS ";
        steps.add(Settings.step(target, Setting.STATISTICS_TARGET, set + wanted, set + old));
      }
    }
  }

  private static int column(String assignment) {
    return Integer.parseInt(assignment.substring(0, assignment.indexOf('=')));
  }

  private static String sampled(int column, List<String> targets) {
    return targets.stream()
        .filter(it -> column(it) == column)
        .map(it -> it.substring(it.indexOf('=') + 1))
        .findFirst()
        .orElse("-1");
  }
}
