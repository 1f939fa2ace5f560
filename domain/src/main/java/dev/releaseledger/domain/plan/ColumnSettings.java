package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ColumnStorage;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the steps that change how a column is stored and sampled; they leave the tables that
 * inherit from its table alone.
 */
final class ColumnSettings {

  /** Types whose values are kept in the row as long as they fit; others of any length are not. */
  private static final Set<String> KEPT_IN_THE_ROW = Set.of("numeric", "inet", "cidr");

  private final SchemaObject owner;
  private final String of;
  private final String table;
  private final String column;
  private final String type;
  private final List<DraftStep> steps = new ArrayList<>();

  private ColumnSettings(SchemaObject owner, String of, String table, String column, String type) {
    this.owner = owner;
    this.of = of;
    this.table = table;
    this.column = "ALTER COLUMN " + column + " ";
    this.type = type;
  }

  /** The steps for a column of a table. */
  static List<DraftStep> column(Column base, Column target) {
    String table = "ALTER TABLE ONLY " + target.table() + " ";
    return new ColumnSettings(target, target.id().label(), table, target.name(), target.type())
        .change(base.storage(), target.storage());
  }

  /**
   * What sets again what the server forgets of these columns when their type changes, as further
   * statements; empty when there is nothing to set.
   */
  static String again(List<Column> columns) {
    return columns.stream()
        .flatMap(it -> column(it.typed(it.type(), it.collation()), it).stream())
        .map(step -> ";\n" + step.sql())
        .collect(Collectors.joining());
  }

  /** The steps for a column of a materialized view. */
  static List<DraftStep> column(SchemaObject view, Attribute base, Attribute target) {
    String table = "ALTER MATERIALIZED VIEW " + view.id().identity() + " ";
    String of = view.id().label() + "." + target.name();
    return new ColumnSettings(view, of, table, target.name(), target.type())
        .change(base.storage(), target.storage());
  }

  private List<DraftStep> change(@Nullable ColumnStorage base, @Nullable ColumnStorage target) {
    ColumnStorage before = ColumnStorage.orUsual(base);
    ColumnStorage after = ColumnStorage.orUsual(target);
    if (!Objects.equals(before.mode(), after.mode())) {
      add(Setting.STORAGE_MODE, mode(before), mode(after));
    }
    if (!Objects.equals(before.compression(), after.compression())) {
      add(Setting.COMPRESSION, compression(before), compression(after));
    }
    if (!Objects.equals(before.statistics(), after.statistics())) {
      add(Setting.STATISTICS_TARGET, statistics(before), statistics(after));
    }
    if (!before.options().equals(after.options())) {
      add(
          Setting.COLUMN_OPTIONS,
          Options.actions(after.options(), before.options()),
          Options.actions(before.options(), after.options()));
    }
    if (!before.foreignOptions().equals(after.foreignOptions())) {
      add(
          Setting.FOREIGN_OPTIONS,
          List.of(Options.changeForeign(after.foreignOptions(), before.foreignOptions())),
          List.of(Options.changeForeign(before.foreignOptions(), after.foreignOptions())));
    }
    return steps;
  }

  private void add(Setting setting, List<String> back, List<String> forth) {
    steps.add(Settings.step(owner, setting, of, sql(forth), sql(back)));
  }

  private String sql(List<String> actions) {
    return actions.stream()
        .map(action -> column + action)
        .collect(Collectors.joining(", ", table, ""));
  }

  private List<String> mode(ColumnStorage storage) {
    String base = type.replaceAll("\\(.*", "");
    String usual = KEPT_IN_THE_ROW.contains(base) ? "MAIN" : "EXTENDED";
    return List.of("SET STORAGE " + Objects.requireNonNullElse(storage.mode(), usual));
  }

  private static List<String> compression(ColumnStorage storage) {
    return List.of(
        "SET COMPRESSION " + Objects.requireNonNullElse(storage.compression(), "default"));
  }

  private static List<String> statistics(ColumnStorage storage) {
    return List.of("SET STATISTICS " + Objects.requireNonNullElse(storage.statistics(), -1));
  }
}
