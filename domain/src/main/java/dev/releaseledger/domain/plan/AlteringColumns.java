package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the steps that change a column in place, in the order the server needs them. */
final class AlteringColumns {

  private final TypeChanges types;
  private final PlanSettings settings;
  private final Lineage lineage;

  /** The lineage is that of the tables before the change. */
  AlteringColumns(TypeChanges types, PlanSettings settings, Lineage lineage) {
    this.types = types;
    this.lineage = lineage;
    this.settings = settings;
  }

  /** What the change of type amounts to, given what is declared. */
  TypeChange change(Column base, Column target) {
    String declared = settings.conversions().get(target.id().identity());
    if (declared != null && !base.type().equals(target.type())) {
      return new TypeChange.Declared(declared);
    }
    return types.between(base.type(), target.type());
  }

  List<DraftStep> alter(Column base, Column target) {
    List<DraftStep> steps = new ArrayList<>();
    boolean retyped =
        !types.same(base.type(), target.type())
            || !Objects.equals(base.collation(), target.collation());
    if (base.generated() != null && target.generated() == null) {
      steps.add(dropExpression(target));
    }
    if (base.identity() != null && target.identity() == null) {
      steps.add(dropIdentity(base, target, base.identity()));
    }
    if (base.notNull() && !target.notNull()) {
      steps.add(dropNotNull(base, target));
    }
    if (retyped) {
      steps.add(changeType(base, target));
    }
    if (!base.notNull() && target.notNull()) {
      steps.add(setNotNull(target));
      steps.addAll(NotNulls.made(target, true));
    } else if (target.notNull()) {
      steps.addAll(NotNulls.change(base, target));
    }
    if (target.identity() != null && base.identity() == null) {
      steps.add(addIdentity(base, target, target.identity()));
    } else if (target.identity() != null
        && base.identity() != null
        && (retyped || !base.identity().uncommented().equals(target.identity().uncommented()))) {
      steps.add(
          changeIdentity(
              base,
              retyped ? Counting.retyped(base.identity(), target.identity()) : base.identity(),
              target,
              target.identity()));
    }
    if (target.identity() != null) {
      String before = base.identity() == null ? null : base.identity().comment();
      if (!Objects.equals(before, target.identity().comment())) {
        steps.add(Making.sequenceComment(target, target.identity(), before));
      }
    }
    Column stored = retyped ? base.typed(target.type(), target.collation()) : base;
    steps.addAll(ColumnSettings.column(stored, target));
    if (!Objects.equals(base.comment(), target.comment())) {
      steps.add(Making.comment(target, base));
    }
    return steps;
  }

  static DraftStep setDefault(Column target, @Nullable String before) {
    String value = target.defaultValue();
    return new DraftStep(
        new Operation.ChangeDefault(target),
        (value == null ? "drop the default of " : "set the default of ") + target.id().label(),
        defaultSql(target, value),
        new Undo.Reversible(defaultSql(target, before)));
  }

  private static String defaultSql(Column column, @Nullable String value) {
    return Ddl.alterColumn(column) + (value == null ? "DROP DEFAULT" : "SET DEFAULT " + value);
  }

  private DraftStep changeType(Column base, Column target) {
    TypeChange change = change(base, target);
    return new DraftStep(
        new Operation.ChangeType(base, target, change),
        "change "
            + target.id().label()
            + (base.type().equals(target.type())
                ? " to another collation"
                : " from " + base.type() + " to " + target.type()),
        typeSql(target)
            + (change instanceof TypeChange.Declared(String expression)
                ? " USING " + expression
                : ""),
        undoOf(change, base, target));
  }

  private static String typeSql(Column column) {
    String collation = column.collation() == null ? "" : " COLLATE " + column.collation();
    return Ddl.alterColumn(column) + "TYPE " + column.type() + collation;
  }

  private Undo undoOf(TypeChange change, Column base, Column target) {
    if (types.reversed().between(target.type(), base.type()) instanceof TypeChange.Undeclared) {
      return new Undo.Irreversible(
          "nothing says how %s is converted back from %s to %s"
              .formatted(target.id().identity(), target.type(), base.type()));
    }
    return change instanceof TypeChange.Widening
        ? new Undo.Reversible(backSql(base, target))
        : new Undo.ReversibleWithDataLoss(
            backSql(base, target),
            "what did not survive the conversion of %s from %s to %s"
                .formatted(target.id().identity(), base.type(), target.type()));
  }

  /** With the type of an identity column the bounds of its sequence change, too. */
  private String backSql(Column base, Column target) {
    String type = typeSql(base) + ColumnSettings.again(lineage.withParts(base));
    return base.identity() == null || target.identity() == null
        ? type
        : type + ";\n" + identitySql(base, base.identity());
  }

  private static DraftStep setNotNull(Column column) {
    return new DraftStep(
        new Operation.SetNotNull(column),
        "set NOT NULL on " + column.id().label(),
        NotNulls.set(column),
        new Undo.Reversible(Ddl.alterColumn(column) + "DROP NOT NULL"));
  }

  private static DraftStep dropNotNull(Column base, Column target) {
    List<DraftStep> said = NotNulls.made(base, true);
    return new DraftStep(
        new Operation.DropNotNull(target),
        "drop NOT NULL on " + target.id().label(),
        Ddl.alterColumn(target) + "DROP NOT NULL",
        new Undo.Reversible(
            said.isEmpty() ? NotNulls.set(base) : NotNulls.set(base) + ";\n" + Making.sql(said)));
  }

  private static DraftStep dropExpression(Column column) {
    return new DraftStep(
        new Operation.DropExpression(column),
        "make " + column.id().label() + " a plain column",
        Ddl.alterColumn(column) + "DROP EXPRESSION",
        new Undo.Irreversible("a plain column cannot become a generated one"));
  }

  private static DraftStep dropIdentity(Column base, Column target, Identity identity) {
    return new DraftStep(
        new Operation.ChangeIdentity(base, target),
        "make " + target.id().label() + " no identity column",
        Ddl.alterColumn(target) + "DROP IDENTITY",
        new Undo.ReversibleWithDataLoss(
            Ddl.alterColumn(base) + "ADD " + Ddl.identity(identity),
            "how far " + target.id().identity() + " had counted"));
  }

  private static DraftStep addIdentity(Column base, Column target, Identity identity) {
    return new DraftStep(
        new Operation.ChangeIdentity(base, target),
        "make " + target.id().label() + " an identity column",
        Ddl.alterColumn(target) + "ADD " + Ddl.identity(identity),
        new Undo.Reversible(Ddl.alterColumn(target) + "DROP IDENTITY"));
  }

  private static DraftStep changeIdentity(
      Column base, Identity before, Column target, Identity after) {
    String rename =
        before.sequence().equals(after.sequence())
            ? ""
            : Ddl.renameSequence(before.sequence(), after.sequence()) + ";\n";
    String renameBack =
        rename.isEmpty() ? "" : Ddl.renameSequence(after.sequence(), before.sequence()) + ";\n";
    return new DraftStep(
        new Operation.ChangeIdentity(base, target),
        "change how " + target.id().label() + " counts",
        rename + identitySql(target, after) + restart(before, after),
        new Undo.Reversible(renameBack + identitySql(target, before) + restart(after, before)));
  }

  /** Where even the first number is out of the new bounds, only counting anew leads into them. */
  private static String restart(Identity before, Identity after) {
    return Counting.startsOutside(before.options(), after.options()) ? " RESTART" : "";
  }

  private static String identitySql(Column column, Identity identity) {
    var options = identity.options();
    return Ddl.alterColumn(column)
        + "SET GENERATED %s SET INCREMENT BY %s SET MINVALUE %s SET MAXVALUE %s"
            .formatted(
                identity.always() ? "ALWAYS" : "BY DEFAULT",
                options.increment(),
                options.minimum(),
                options.maximum())
        + " SET START WITH %s SET CACHE %s SET %s"
            .formatted(options.start(), options.cache(), options.cycle() ? "CYCLE" : "NO CYCLE");
  }
}
