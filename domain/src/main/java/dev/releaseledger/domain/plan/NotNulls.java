package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.NotNullConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is particular about NOT NULL constraints, which are objects from PostgreSQL 18 on.
 */
final class NotNulls {

  private static final NotNullConstraint USUAL = new NotNullConstraint(null, true, false, null);
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  private NotNulls() {}

  private static NotNullConstraint of(Column column) {
    return Objects.requireNonNullElse(column.notNullConstraint(), USUAL);
  }

  /** The clause of a column that is made. */
  static String inline(Column column) {
    NotNullConstraint it = of(column);
    return it.validated() ? named(it) + " NOT NULL" + (it.noInherit() ? " NO INHERIT" : "") : "";
  }

  /** What follows when a column has been made. */
  static List<DraftStep> made(Column column) {
    return made(column, false);
  }

  /** What follows when a column is NOT NULL, or not yet when it is not valid. */
  static List<DraftStep> made(Column column, boolean added) {
    List<DraftStep> steps = new ArrayList<>();
    NotNullConstraint it = of(column);
    if (!column.notNull()) {
      return steps;
    }
    if (!it.validated() && !added) {
      steps.add(
          step(
              column,
              add(column),
              "ALTER TABLE " + column.table() + " DROP CONSTRAINT " + name(column)));
    }
    if (it.comment() != null) {
      steps.add(comment(column, null));
    }
    return steps;
  }

  /** Whether SET NOT NULL says all of it. */
  static boolean usual(Column column) {
    return column.notNullConstraint() == null;
  }

  /** Lets a column that has no constraint refuse NULL. */
  static String set(Column column) {
    return usual(column) ? Ddl.alterColumn(column) + "SET NOT NULL" : add(column);
  }

  /** Adds the constraint to a column that has none. */
  static String add(Column column) {
    NotNullConstraint it = of(column);
    return "ALTER TABLE "
        + column.table()
        + " ADD"
        + named(it)
        + " NOT NULL "
        + column.name()
        + (it.noInherit() ? " NO INHERIT" : "")
        + (it.validated() ? "" : " NOT VALID");
  }

  /** The changes of a constraint that stays. */
  static List<DraftStep> change(Column base, Column target) {
    List<DraftStep> steps = new ArrayList<>();
    NotNullConstraint before = of(base);
    NotNullConstraint after = of(target);
    String alter = "ALTER TABLE " + target.table() + " ";
    if (before.validated() && !after.validated()) {
      String drop = alter + "DROP CONSTRAINT ";
      steps.add(
          step(
              target,
              drop + name(base) + ";\n" + add(target),
              drop + name(target) + ";\n" + add(base)));
      before = new NotNullConstraint(after.name(), false, after.noInherit(), null);
    }
    if (!name(base).equals(name(target)) && !Objects.equals(before.name(), after.name())) {
      String rename = alter + "RENAME CONSTRAINT %s TO %s";
      steps.add(
          step(
              target,
              rename.formatted(name(base), name(target)),
              rename.formatted(name(target), name(base))));
    }
    if (before.noInherit() != after.noInherit()) {
      String set = alter + "ALTER CONSTRAINT " + name(target);
      String inherit = set + " INHERIT";
      String not = set + " NO INHERIT";
      steps.add(step(target, after.noInherit() ? not : inherit, after.noInherit() ? inherit : not));
    }
    if (!before.validated() && after.validated()) {
      steps.add(validate(target));
    }
    if (!Objects.equals(before.comment(), after.comment())) {
      steps.add(comment(target, before.comment()));
    }
    return steps;
  }

  /** Looks for NULL in a column that refuses it already. */
  static DraftStep validate(Column column) {
    String alter = "ALTER TABLE " + column.table() + " ";
    return new DraftStep(
        new Operation.ProveNotNull(column),
        "validate NOT NULL of " + column.id().label(),
        alter + "VALIDATE CONSTRAINT " + name(column),
        new Undo.Reversible(
            alter + "DROP CONSTRAINT " + name(column) + ";\n" + add(unvalidated(column))));
  }

  /** The same column with a constraint that is not valid yet. */
  static Column unvalidated(Column it) {
    NotNullConstraint constraint = of(it);
    return it.constrained(
        new NotNullConstraint(constraint.name(), false, constraint.noInherit(), null));
  }

  private static DraftStep comment(Column column, @Nullable String before) {
    String on = "CONSTRAINT " + name(column) + " ON " + column.table();
    return new DraftStep(
        new Operation.SetComment(column.id()),
        "comment on NOT NULL of " + column.id().label(),
        Ddl.comment(on, of(column).comment()),
        new Undo.Reversible(Ddl.comment(on, before)));
  }

  private static DraftStep step(Column column, String sql, String undo) {
    return Settings.step(column, Setting.NOT_NULL_CONSTRAINT, sql, undo);
  }

  private static String named(NotNullConstraint constraint) {
    return constraint.name() == null ? "" : " CONSTRAINT " + constraint.name();
  }

  /** The constraint's name, or the one that the server chooses. */
  private static String name(Column column) {
    String given = of(column).name();
    if (given != null) {
      return given;
    }
    String table = column.table().substring(tableBegins(column.table()));
    String name = bare(table) + "_" + bare(column.name()) + "_not_null";
    return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static int tableBegins(String qualified) {
    return qualified.startsWith("\"") ? qualified.indexOf("\".") + 2 : qualified.indexOf('.') + 1;
  }

  private static String bare(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
