package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.DomainConstraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.Persistence;
import dev.releaseledger.domain.schema.Policy;
import dev.releaseledger.domain.schema.RewriteRule;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the steps that change an object other than a column in place. */
final class Altering {

  private Altering() {}

  static List<DraftStep> alter(SchemaObject base, SchemaObject target, boolean hasDependents) {
    List<DraftStep> steps = new ArrayList<>();
    switch (base) {
      case Extension it -> steps.addAll(extension(it, (Extension) target));
      case Table it -> steps.addAll(Settings.table(it, (Table) target));
      case MaterializedView it ->
          steps.addAll(Settings.materializedView(it, (MaterializedView) target));
      case Index it -> steps.addAll(IndexSettings.index(it, (Index) target));
      case Constraint it -> steps.addAll(constraint(it, (Constraint) target));
      case Sequence it -> steps.addAll(sequence(it, (Sequence) target));
      case DomainType it -> steps.addAll(domain(it, (DomainType) target));
      case CompositeType it -> steps.addAll(composite(it, (CompositeType) target));
      case View it -> steps.addAll(Views.alter(it, (View) target, hasDependents));
      case Routine it -> {
        if (!it.definition().equals(((Routine) target).definition())) {
          steps.add(routine(it, (Routine) target));
        }
      }
      case Trigger it -> {
        if (it.state() != ((Trigger) target).state()) {
          steps.add(Making.state((Trigger) target, it.state()));
        }
      }
      case Grant it -> steps.addAll(Granting.alter(it, (Grant) target));
      case RewriteRule it -> {
        if (it.state() != ((RewriteRule) target).state()) {
          steps.add(Making.state((RewriteRule) target, it.state()));
        }
      }
      case Policy it -> steps.addAll(Policies.alter(it, (Policy) target));
      case Defined it -> steps.addAll(Defining.alter(it, (Defined) target));
      default -> {}
    }
    if (!Objects.equals(base.comment(), target.comment())) {
      steps.add(Making.comment(target, base));
    }
    steps.addAll(Views.columns(base, target));
    return steps;
  }

  /** The labels that an enum gains, each a step. */
  static List<DraftStep> labels(EnumType base, EnumType target) {
    List<DraftStep> steps = new ArrayList<>();
    List<String> labels = target.labels();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      if (!base.labels().contains(label)) {
        String sql = "ALTER TYPE " + target.name() + " ADD VALUE " + Ddl.literal(label);
        steps.add(
            new DraftStep(
                new Operation.AddLabel(target, label),
                "add label " + Ddl.literal(label) + " to " + target.id().label(),
                sql + place(base, labels, i),
                new Undo.Irreversible("a label cannot be taken out of an enum")));
      }
    }
    return steps;
  }

  private static String place(EnumType base, List<String> labels, int index) {
    if (index > 0) {
      return " AFTER " + Ddl.literal(labels.get(index - 1));
    }
    return base.labels().isEmpty() ? "" : " BEFORE " + Ddl.literal(base.labels().getFirst());
  }

  static DraftStep own(Sequence target, @Nullable String owner, @Nullable String before) {
    return new DraftStep(
        new Operation.OwnSequence(target),
        owner == null
            ? "release " + target.id().label() + " from its column"
            : "let column " + owner + " own " + target.id().label(),
        ownSql(target, owner),
        new Undo.Reversible(ownSql(target, before)));
  }

  private static String ownSql(Sequence sequence, @Nullable String owner) {
    return "ALTER SEQUENCE " + sequence.name() + " OWNED BY " + (owner == null ? "NONE" : owner);
  }

  private static List<DraftStep> extension(Extension base, Extension target) {
    List<DraftStep> steps = new ArrayList<>();
    if (!base.version().equals(target.version())) {
      steps.add(
          new DraftStep(
              new Operation.Change(base, target),
              "update " + target.id().label() + " to " + target.version(),
              "ALTER EXTENSION " + target.name() + " UPDATE TO " + Ddl.literal(target.version()),
              new Undo.Irreversible("an extension is rarely able to go back")));
    }
    if (!base.schema().equals(target.schema())) {
      steps.add(
          new DraftStep(
              new Operation.Change(base, target),
              "move " + target.id().label() + " to schema " + target.schema(),
              "ALTER EXTENSION " + target.name() + " SET SCHEMA " + target.schema(),
              new Undo.Reversible(
                  "ALTER EXTENSION " + target.name() + " SET SCHEMA " + base.schema())));
    }
    return steps;
  }

  static DraftStep validate(Constraint constraint) {
    return new DraftStep(
        new Operation.Validate(constraint),
        "validate " + constraint.id().label(),
        "ALTER TABLE " + constraint.table() + " VALIDATE CONSTRAINT " + constraint.name(),
        new Undo.Reversible(
            Ddl.drop(constraint)
                + ";\n"
                + Making.sql(Making.create(constraint.validated(false), true))));
  }

  private static List<DraftStep> constraint(Constraint base, Constraint target) {
    List<DraftStep> steps = new ArrayList<>();
    if (!base.validated() && target.validated()) {
      steps.add(validate(target));
    }
    steps.addAll(IndexSettings.constraint(base, target));
    if (!Objects.equals(base.indexComment(), target.indexComment())) {
      steps.add(Making.indexComment(target, base.indexComment()));
    }
    return steps;
  }

  private static List<DraftStep> sequence(Sequence base, Sequence target) {
    List<DraftStep> steps = new ArrayList<>();
    if (!base.options().equals(target.options())) {
      steps.add(counting(base, target));
    }
    if (base.persistence() != target.persistence()) {
      String logged = "ALTER SEQUENCE " + target.name() + " SET LOGGED";
      String unlogged = "ALTER SEQUENCE " + target.name() + " SET UNLOGGED";
      boolean loses = target.persistence() == Persistence.UNLOGGED;
      steps.add(
          Settings.step(
              target, Setting.PERSISTENCE, loses ? unlogged : logged, loses ? logged : unlogged));
    }
    return steps;
  }

  private static DraftStep counting(Sequence base, Sequence target) {
    return new DraftStep(
        new Operation.Change(base, target),
        "change how " + target.id().label() + " counts",
        countingSql(base, target),
        new Undo.Reversible(countingSql(target, base)));
  }

  /** Where even the first number is out of the new bounds, only counting anew leads into them. */
  private static String countingSql(Sequence before, Sequence after) {
    String restart = Counting.startsOutside(before.options(), after.options()) ? " RESTART" : "";
    return "ALTER SEQUENCE " + after.name() + " " + Ddl.options(after.options(), true) + restart;
  }

  private static List<DraftStep> domain(DomainType base, DomainType target) {
    List<DraftStep> steps = new ArrayList<>();
    String alter = "ALTER DOMAIN " + target.name() + " ";
    if (!Objects.equals(base.defaultValue(), target.defaultValue())) {
      steps.add(
          new DraftStep(
              new Operation.Change(base, target),
              "change the default of " + target.id().label(),
              alter + defaultClause(target.defaultValue()),
              new Undo.Reversible(alter + defaultClause(base.defaultValue()))));
    }
    if (base.notNull() != target.notNull()) {
      String set = alter + "SET NOT NULL";
      String drop = alter + "DROP NOT NULL";
      steps.add(
          new DraftStep(
              target.notNull()
                  ? new Operation.TightenDomain(target)
                  : new Operation.Change(base, target),
              (target.notNull() ? "set" : "drop") + " NOT NULL on " + target.id().label(),
              target.notNull() ? set : drop,
              new Undo.Reversible(target.notNull() ? drop : set)));
    }
    List<DomainConstraint> kept =
        target.constraints().stream().map(DomainConstraint::bare).toList();
    List<DomainConstraint> had = base.constraints().stream().map(DomainConstraint::bare).toList();
    for (DomainConstraint old : base.constraints()) {
      if (!kept.contains(old.bare())) {
        steps.add(
            new DraftStep(
                new Operation.Change(base, target),
                "drop constraint " + old.name() + " of " + target.id().label(),
                alter + "DROP CONSTRAINT " + old.name(),
                new Undo.Reversible(back(base, old))));
      }
    }
    for (DomainConstraint added : target.constraints()) {
      String comment = null;
      if (had.contains(added.bare())) {
        comment = base.constraints().get(had.indexOf(added.bare())).comment();
      } else {
        steps.add(Making.addConstraint(target, added));
      }
      if (!Objects.equals(comment, added.comment())) {
        steps.add(Making.comment(target, added, comment));
      }
    }
    return steps;
  }

  /** Brings a constraint of a domain back with what was said about it. */
  private static String back(DomainType domain, DomainConstraint constraint) {
    String add = Ddl.addDomainConstraint(domain, constraint);
    return constraint.comment() == null
        ? add
        : add + ";\n" + Making.comment(domain, constraint, null).sql();
  }

  private static String defaultClause(@Nullable String value) {
    return value == null ? "DROP DEFAULT" : "SET DEFAULT " + value;
  }

  private static List<DraftStep> composite(CompositeType base, CompositeType target) {
    List<DraftStep> steps = new ArrayList<>();
    List<Attribute> kept = Replacing.kept(base, target);
    String alter = "ALTER TYPE " + target.name() + " ";
    for (Attribute gone : base.attributes()) {
      if (!kept.contains(gone)) {
        steps.add(
            new DraftStep(
                new Operation.DropAttribute(target, gone),
                "drop attribute " + gone.name() + " of " + target.id().label(),
                alter + "DROP ATTRIBUTE " + gone.name(),
                new Undo.Irreversible("what " + gone.name() + " held in each value is gone")));
      }
    }
    for (Attribute added : target.attributes().subList(kept.size(), target.attributes().size())) {
      steps.add(
          new DraftStep(
              new Operation.Change(base, target),
              "add attribute " + added.name() + " to " + target.id().label(),
              alter + "ADD ATTRIBUTE " + Ddl.attribute(added),
              new Undo.Reversible(alter + "DROP ATTRIBUTE " + added.name())));
    }
    return steps;
  }

  private static DraftStep routine(Routine base, Routine target) {
    return new DraftStep(
        new Operation.Replace(base, target),
        "replace " + target.id().label(),
        target.definition(),
        new Undo.Reversible(base.definition()));
  }
}
