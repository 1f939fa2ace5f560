package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.DomainConstraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.TriggerState;
import dev.releaseledger.domain.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the steps that make an object and those that drop it. */
final class Making {

  private Making() {}

  /** Makes an object with everything that is said about it. */
  static List<DraftStep> create(SchemaObject object, boolean rebuilt) {
    Undo undo = new Undo.Reversible(Ddl.drop(object));
    return create(object, rebuilt, Ddl.create(object), undo);
  }

  /** Makes a table with these columns. */
  static List<DraftStep> createTable(Table table, List<Column> columns) {
    List<DraftStep> steps = new ArrayList<>();
    Undo undo = new Undo.Reversible(Ddl.drop(table));
    steps.addAll(create(table, false, Ddl.createTable(table, columns), undo));
    for (Column column : columns) {
      if (column.comment() != null) {
        steps.add(comment(column));
      }
    }
    return steps;
  }

  private static List<DraftStep> create(
      SchemaObject object, boolean rebuilt, String sql, Undo undo) {
    List<DraftStep> steps = new ArrayList<>();
    steps.add(
        new DraftStep(
            new Operation.Create(object, rebuilt),
            (object instanceof Column ? "add " : "create ") + object.id().label(),
            sql,
            undo));
    switch (object) {
      case DomainType domain ->
          domain.constraints().stream()
              .filter(constraint -> !constraint.validated())
              .forEach(constraint -> steps.add(addConstraint(domain, constraint)));
      case Trigger trigger -> {
        if (trigger.state() != TriggerState.ENABLED) {
          steps.add(state(trigger, TriggerState.ENABLED));
        }
      }
      default -> {}
    }
    if (object.comment() != null || object instanceof Extension) {
      steps.add(comment(object));
    }
    for (Attribute attribute : attributes(object)) {
      if (attribute.comment() != null) {
        steps.add(comment(object, attribute, attribute.bare()));
      }
    }
    return steps;
  }

  /** Drops an object with its parts, which come back with it when the drop is undone. */
  static DraftStep drop(SchemaObject object, boolean rebuilt, List<SchemaObject> parts) {
    return new DraftStep(
        new Operation.Drop(object, rebuilt),
        "drop " + object.id().label(),
        Ddl.drop(object),
        undoOfDrop(object, parts));
  }

  private static Undo undoOfDrop(SchemaObject object, List<SchemaObject> parts) {
    return switch (object) {
      case Table it -> new Undo.Irreversible("the rows of " + it.name() + " are gone");
      case Column it when it.generated() == null ->
          new Undo.Irreversible("the values of " + it.id().identity() + " are gone");
      case Sequence it -> new Undo.Irreversible("how far " + it.name() + " had counted is gone");
      case Extension it ->
          new Undo.Irreversible("what " + it.name() + " kept in its own tables is gone");
      case Namespace _,
          Column _,
          Constraint _,
          Index _,
          EnumType _,
          DomainType _,
          CompositeType _,
          View _,
          MaterializedView _,
          Routine _,
          Trigger _ ->
          new Undo.Reversible(sql(recreate(object, parts)));
    };
  }

  private static List<DraftStep> recreate(SchemaObject object, List<SchemaObject> parts) {
    List<DraftStep> steps = new ArrayList<>(create(object, true));
    parts.forEach(part -> steps.addAll(create(part, true)));
    return steps;
  }

  /** The SQL of several steps as one script. */
  static String sql(List<DraftStep> steps) {
    return steps.stream().map(DraftStep::sql).collect(Collectors.joining(";\n"));
  }

  static DraftStep comment(SchemaObject object) {
    return comment(object, object.commented(null));
  }

  /** Replaces the comment of the second object by that of the first. */
  static DraftStep comment(SchemaObject object, SchemaObject before) {
    return new DraftStep(
        new Operation.SetComment(object.id()),
        (object.comment() == null ? "remove the comment on " : "comment on ") + object.id().label(),
        Ddl.comment(object, object.comment()),
        new Undo.Reversible(Ddl.comment(before, before.comment())));
  }

  static DraftStep comment(SchemaObject owner, Attribute attribute, Attribute before) {
    ObjectId id = owner.id();
    return new DraftStep(
        new Operation.SetComment(id),
        "comment on " + id.label() + "." + attribute.name(),
        Ddl.comment(id, attribute),
        new Undo.Reversible(Ddl.comment(id, before)));
  }

  static DraftStep addConstraint(DomainType domain, DomainConstraint constraint) {
    return new DraftStep(
        constraint.validated()
            ? new Operation.TightenDomain(domain)
            : new Operation.Change(domain, domain),
        "add constraint " + constraint.name() + " to " + domain.id().label(),
        Ddl.addDomainConstraint(domain, constraint),
        new Undo.Reversible(
            "ALTER DOMAIN " + domain.name() + " DROP CONSTRAINT " + constraint.name()));
  }

  static DraftStep state(Trigger trigger, TriggerState before) {
    return new DraftStep(
        new Operation.SetTriggerState(trigger),
        "let " + trigger.id().label() + " fire: " + word(trigger.state()),
        stateSql(trigger, trigger.state()),
        new Undo.Reversible(stateSql(trigger, before)));
  }

  private static String word(TriggerState state) {
    return switch (state) {
      case ENABLED -> "normally";
      case DISABLED -> "never";
      case REPLICA -> "on replicas";
      case ALWAYS -> "always";
    };
  }

  private static String stateSql(Trigger trigger, TriggerState state) {
    String verb =
        switch (state) {
          case ENABLED -> "ENABLE";
          case DISABLED -> "DISABLE";
          case REPLICA -> "ENABLE REPLICA";
          case ALWAYS -> "ENABLE ALWAYS";
        };
    return "ALTER TABLE "
        + trigger.relation().identity()
        + " "
        + verb
        + " TRIGGER "
        + trigger.name();
  }

  static List<Attribute> attributes(SchemaObject object) {
    return switch (object) {
      case View it -> it.columns();
      case MaterializedView it -> it.columns();
      case CompositeType it -> it.attributes();
      default -> List.of();
    };
  }
}
