package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.DomainConstraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.Identity;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.RewriteRule;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.TriggerState;
import dev.releaseledger.domain.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the steps that make an object and those that drop it. */
final class Making {

  private Making() {}

  /** Makes an object with everything that is said about it. */
  static List<DraftStep> create(SchemaObject object, boolean rebuilt) {
    if (object instanceof Grant grant) {
      return Granting.create(grant, rebuilt);
    }
    return create(
        object, rebuilt, Ddl.create(object), new Undo.Reversible(Ddl.dropIfStillThere(object)));
  }

  /** Makes a table with these columns. */
  static List<DraftStep> createTable(Table table, List<Column> columns) {
    List<DraftStep> steps = new ArrayList<>();
    Undo undo = new Undo.Reversible(Ddl.drop(table));
    steps.addAll(create(table, false, Ddl.createTable(table, columns), undo));
    for (Column column : columns) {
      steps.addAll(particulars(column));
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
          domain
              .constraints()
              .forEach(constraint -> {
                if (!constraint.validated()) {
                  steps.add(addConstraint(domain, constraint));
                }
                if (constraint.comment() != null) {
                  steps.add(comment(domain, constraint, null));
                }
              });
      case Trigger trigger -> {
        if (trigger.state() != TriggerState.ENABLED) {
          steps.add(state(trigger, TriggerState.ENABLED));
        }
      }
      case RewriteRule rule -> {
        if (rule.state() != TriggerState.ENABLED) {
          steps.add(state(rule, TriggerState.ENABLED));
        }
      }
      case Table table -> steps.addAll(Settings.table(table.madeAs(), table));
      case Column column -> steps.addAll(particulars(column));
      case Index index -> steps.addAll(IndexSettings.made(index));
      case Constraint constraint -> {
        if (!IndexClauses.fit(constraint)) {
          steps.addAll(IndexSettings.constraint(constraint.storedAsUsual(), constraint));
        }
        if (constraint.indexComment() != null) {
          steps.add(indexComment(constraint, null));
        }
      }
      case Defined it -> steps.addAll(Defining.afterwards(it));
      default -> {}
    }
    if (object.comment() != null || object instanceof Extension) {
      steps.add(comment(object));
    }
    steps.addAll(Views.columns(object));
    return steps;
  }

  /** What is said about a column after it has been made, besides its comment. */
  private static List<DraftStep> particulars(Column column) {
    List<DraftStep> steps = new ArrayList<>(NotNulls.made(column));
    steps.addAll(ColumnSettings.column(column.madeAs(), column));
    if (column.identity() != null && column.identity().comment() != null) {
      steps.add(sequenceComment(column, column.identity(), null));
    }
    return steps;
  }

  /** Drops an object, for good or to make it anew. */
  static DraftStep drop(SchemaObject object, boolean rebuilt, Undo undo) {
    return new DraftStep(
        new Operation.Drop(object, rebuilt), "drop " + object.id().label(), Ddl.drop(object), undo);
  }

  /** The SQL of several steps as one script. */
  static String sql(List<DraftStep> steps) {
    return steps.stream().map(DraftStep::sql).collect(Collectors.joining(";\n"));
  }

  static DraftStep comment(SchemaObject object) {
    // An extension brings a comment along, which nobody knows before it is there.
    return comment(object, object instanceof Extension ? object : object.commented(null));
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

  static DraftStep comment(
      DomainType domain, DomainConstraint constraint, @Nullable String before) {
    String on = "CONSTRAINT " + constraint.name() + " ON DOMAIN " + domain.name();
    String what = "constraint " + constraint.name() + " of " + domain.id().label();
    return comment(new Operation.SetComment(domain.id()), what, on, constraint.comment(), before);
  }

  static DraftStep indexComment(Constraint constraint, @Nullable String before) {
    String on = "INDEX " + constraint.indexName();
    return comment(
        new Operation.SetIndexComment(constraint),
        "the index of " + constraint.id().label(),
        on,
        constraint.indexComment(),
        before);
  }

  static DraftStep sequenceComment(Column column, Identity identity, @Nullable String before) {
    String on = "SEQUENCE " + identity.sequence();
    return comment(
        new Operation.SetComment(column.id()),
        "the sequence of " + column.id().label(),
        on,
        identity.comment(),
        before);
  }

  private static DraftStep comment(
      Operation operation, String what, String on, @Nullable String text, @Nullable String before) {
    return new DraftStep(
        operation,
        (text == null ? "remove the comment on " : "comment on ") + what,
        Ddl.comment(on, text),
        new Undo.Reversible(Ddl.comment(on, before)));
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
        stateSql(trigger.relation(), "TRIGGER " + trigger.name(), trigger.state()),
        new Undo.Reversible(stateSql(trigger.relation(), "TRIGGER " + trigger.name(), before)));
  }

  static DraftStep state(RewriteRule rule, TriggerState before) {
    return Settings.step(
        rule,
        Setting.RULE_STATE,
        stateSql(rule.relation(), "RULE " + rule.name(), rule.state()),
        stateSql(rule.relation(), "RULE " + rule.name(), before));
  }

  private static String word(TriggerState state) {
    return switch (state) {
      case ENABLED -> "normally";
      case DISABLED -> "never";
      case REPLICA -> "on replicas";
      case ALWAYS -> "always";
    };
  }

  private static String stateSql(ObjectId relation, String what, TriggerState state) {
    String verb =
        switch (state) {
          case ENABLED -> "ENABLE";
          case DISABLED -> "DISABLE";
          case REPLICA -> "ENABLE REPLICA";
          case ALWAYS -> "ENABLE ALWAYS";
        };
    return "ALTER TABLE " + relation.identity() + " " + verb + " " + what;
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
