package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the steps that change a view in place, and what is said about its columns. */
final class Views {

  private Views() {}

  static List<DraftStep> alter(View base, View target, boolean hasDependents) {
    if (!base.query().equals(target.query())) {
      return List.of(replace(base, target, hasDependents));
    }
    if (base.options().equals(target.options())) {
      return List.of();
    }
    String alter = "ALTER VIEW " + target.name() + " ";
    return List.of(
        Settings.step(
            target,
            Setting.VIEW_OPTIONS,
            alter + Options.change(base.options(), target.options()),
            alter + Options.change(target.options(), base.options())));
  }

  private static DraftStep replace(View base, View target, boolean hasDependents) {
    boolean same = Replacing.bare(base.columns()).equals(Replacing.bare(target.columns()));
    Undo undo;
    if (same) {
      undo = new Undo.Reversible("CREATE OR REPLACE VIEW " + Ddl.viewBody(base));
    } else if (hasDependents) {
      undo = new Undo.Irreversible("a view that others use cannot lose a column");
    } else {
      undo = new Undo.Reversible(Ddl.drop(target) + ";\n" + Making.sql(Making.create(base, true)));
    }
    return new DraftStep(
        new Operation.Replace(base, target),
        "replace " + target.id().label(),
        "CREATE OR REPLACE VIEW " + Ddl.viewBody(target),
        undo);
  }

  /** What is said about the columns of a view or the attributes of a type that is new. */
  static List<DraftStep> columns(SchemaObject target) {
    List<DraftStep> steps = new ArrayList<>();
    Making.attributes(target).forEach(it -> steps.addAll(column(target, it.bare(), it)));
    return steps;
  }

  /** What is said otherwise about the columns of a view or the attributes of a type. */
  static List<DraftStep> columns(SchemaObject base, SchemaObject target) {
    List<DraftStep> steps = new ArrayList<>();
    List<Attribute> before = Making.attributes(base);
    for (Attribute after : Making.attributes(target)) {
      Attribute old =
          before.stream()
              .filter(it -> it.bare().equals(after.bare()))
              .findFirst()
              .orElse(after.bare());
      steps.addAll(column(target, old, after));
    }
    return steps;
  }

  private static List<DraftStep> column(SchemaObject owner, Attribute base, Attribute target) {
    List<DraftStep> steps = new ArrayList<>();
    if (!Objects.equals(base.defaultValue(), target.defaultValue())) {
      steps.add(
          Settings.step(
              owner,
              Setting.VIEW_DEFAULT,
              owner.id().label() + "." + target.name(),
              defaultSql(owner, target, target.defaultValue()),
              defaultSql(owner, target, base.defaultValue())));
    }
    if (owner instanceof MaterializedView) {
      steps.addAll(ColumnSettings.column(owner, base, target));
    }
    if (!Objects.equals(base.comment(), target.comment())) {
      steps.add(Making.comment(owner, target, base));
    }
    return steps;
  }

  private static String defaultSql(SchemaObject view, Attribute column, @Nullable String value) {
    return "ALTER VIEW %s ALTER COLUMN %s %s"
        .formatted(
            view.id().identity(),
            column.name(),
            value == null ? "DROP DEFAULT" : "SET DEFAULT " + value);
  }
}
