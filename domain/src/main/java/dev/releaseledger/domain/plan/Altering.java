package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.DomainConstraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
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
      case Constraint it -> {
        if (!it.validated() && ((Constraint) target).validated()) {
          steps.add(validate((Constraint) target));
        }
      }
      case Sequence it -> {
        if (!it.options().equals(((Sequence) target).options())) {
          steps.add(sequence(it, (Sequence) target));
        }
      }
      case DomainType it -> steps.addAll(domain(it, (DomainType) target));
      case CompositeType it -> steps.addAll(composite(it, (CompositeType) target));
      case View it -> steps.addAll(view(it, (View) target, hasDependents));
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
      default -> {}
    }
    if (!Objects.equals(base.comment(), target.comment())) {
      steps.add(Making.comment(target, base));
    }
    steps.addAll(attributeComments(base, target));
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

  private static DraftStep validate(Constraint constraint) {
    return new DraftStep(
        new Operation.Validate(constraint),
        "validate " + constraint.id().label(),
        "ALTER TABLE " + constraint.table() + " VALIDATE CONSTRAINT " + constraint.name(),
        new Undo.Reversible(
            Ddl.drop(constraint)
                + ";\n"
                + Making.sql(Making.create(unvalidated(constraint), true))));
  }

  private static Constraint unvalidated(Constraint it) {
    return new Constraint(it.table(), it.name(), it.type(), it.definition(), false, it.comment());
  }

  private static DraftStep sequence(Sequence base, Sequence target) {
    return new DraftStep(
        new Operation.Change(base, target),
        "change how " + target.id().label() + " counts",
        "ALTER SEQUENCE " + target.name() + " " + Ddl.options(target.options(), true),
        new Undo.Reversible(
            "ALTER SEQUENCE " + base.name() + " " + Ddl.options(base.options(), true)));
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
    for (DomainConstraint old : base.constraints()) {
      if (!target.constraints().contains(old)) {
        steps.add(
            new DraftStep(
                new Operation.Change(base, target),
                "drop constraint " + old.name() + " of " + target.id().label(),
                alter + "DROP CONSTRAINT " + old.name(),
                new Undo.Reversible(Ddl.addDomainConstraint(base, old))));
      }
    }
    for (DomainConstraint added : target.constraints()) {
      if (!base.constraints().contains(added)) {
        steps.add(Making.addConstraint(target, added));
      }
    }
    return steps;
  }

  private static String defaultClause(@Nullable String value) {
    return value == null ? "DROP DEFAULT" : "SET DEFAULT " + value;
  }

  private static List<DraftStep> composite(CompositeType base, CompositeType target) {
    List<DraftStep> steps = new ArrayList<>();
    String alter = "ALTER TYPE " + target.name() + " ";
    for (Attribute added :
        target.attributes().subList(base.attributes().size(), target.attributes().size())) {
      steps.add(
          new DraftStep(
              new Operation.Change(base, target),
              "add attribute " + added.name() + " to " + target.id().label(),
              alter + "ADD ATTRIBUTE " + Ddl.attribute(added),
              new Undo.Reversible(alter + "DROP ATTRIBUTE " + added.name())));
    }
    return steps;
  }

  private static List<DraftStep> view(View base, View target, boolean hasDependents) {
    if (base.query().equals(target.query()) && base.options().equals(target.options())) {
      return List.of();
    }
    boolean same = Replacing.bare(base.columns()).equals(Replacing.bare(target.columns()));
    Undo undo;
    if (same) {
      undo = new Undo.Reversible("CREATE OR REPLACE VIEW " + Ddl.viewBody(base));
    } else if (hasDependents) {
      undo = new Undo.Irreversible("a view that others use cannot lose a column");
    } else {
      undo = new Undo.Reversible(Ddl.drop(target) + ";\n" + Making.sql(Making.create(base, true)));
    }
    return List.of(
        new DraftStep(
            new Operation.Replace(base, target),
            "replace " + target.id().label(),
            "CREATE OR REPLACE VIEW " + Ddl.viewBody(target),
            undo));
  }

  private static DraftStep routine(Routine base, Routine target) {
    return new DraftStep(
        new Operation.Replace(base, target),
        "replace " + target.id().label(),
        target.definition(),
        new Undo.Reversible(base.definition()));
  }

  private static List<DraftStep> attributeComments(SchemaObject base, SchemaObject target) {
    List<DraftStep> steps = new ArrayList<>();
    List<Attribute> before = Making.attributes(base);
    List<Attribute> after = Making.attributes(target);
    for (int i = 0; i < after.size(); i++) {
      Attribute old = i < before.size() ? before.get(i) : after.get(i).bare();
      if (!Objects.equals(old.comment(), after.get(i).comment())) {
        steps.add(Making.comment(target, after.get(i), old));
      }
    }
    return steps;
  }
}
