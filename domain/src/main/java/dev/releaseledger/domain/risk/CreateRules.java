package dev.releaseledger.domain.risk;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.View;

/** The rules for making objects. */
final class CreateRules {

  private final Schema base;
  private final Schema target;

  CreateRules(Schema base, Schema target) {
    this.base = base;
    this.target = target;
  }

  Verdict judge(SchemaObject made, boolean rebuilt) {
    ObjectId parent = made.parent();
    if (parent != null && base.find(parent) == null) {
      return Verdict.quick(null);
    }
    return switch (made) {
      case Namespace _ -> Verdict.quick(null);
      case Extension _ -> Verdict.quick(null);
      case Table _ -> Verdict.quick(null);
      case Sequence _ -> Verdict.quick(null);
      case EnumType _ -> Verdict.quick(null);
      case DomainType _ -> Verdict.quick(null);
      case CompositeType _ -> Verdict.quick(null);
      case Routine _ -> Verdict.quick(null);
      case View _ -> Verdict.quick(Lock.ACCESS_SHARE);
      case MaterializedView it -> rebuilt ? rebuilt(it) : Verdict.quick(Lock.ACCESS_SHARE);
      case Trigger _ -> Verdict.quick(Lock.SHARE_ROW_EXCLUSIVE);
      case Column it -> column(it, rebuilt);
      case Constraint it -> constraint(it);
      case Index it -> index(it);
    };
  }

  private static Verdict rebuilt(MaterializedView view) {
    return Verdict.noticed(
        Lock.ACCESS_SHARE,
        finding(
            Rule.REBUILD_MATERIALIZED_VIEW,
            view,
            Risk.BLOCKING,
            "is made anew and filled again, and cannot be read meanwhile",
            "Plan it for a quiet time, or give the new definition another name."));
  }

  private Verdict column(Column column, boolean rebuilt) {
    if (rebuilt && column.generated() != null) {
      return Verdict.noticed(
          Lock.ACCESS_EXCLUSIVE,
          finding(
              Rule.REBUILD_COLUMN,
              column,
              Risk.BLOCKING,
              "is computed anew for every row while readers and writers wait",
              "Plan it for a quiet time."));
    }
    boolean filled =
        column.defaultValue() != null || column.identity() != null || column.generated() != null;
    if (column.notNull() && !filled) {
      return Verdict.destructive(
          Lock.ACCESS_EXCLUSIVE,
          finding(
              Rule.ADD_REQUIRED_COLUMN,
              column,
              Risk.BREAKING,
              "is NOT NULL without default, which fails when the table has rows",
              "Declare a default, or add it nullable, fill it, and set NOT NULL later."));
    }
    if (rewrites(column)) {
      return Verdict.noticed(
          Lock.ACCESS_EXCLUSIVE,
          finding(
              Rule.ADD_COLUMN_REWRITES,
              column,
              Risk.BLOCKING,
              "gets a value of its own in every row, which rewrites the table",
              "Add the column without it, set the default, and fill old rows in batches."));
    }
    return Verdict.quick(Lock.ACCESS_EXCLUSIVE);
  }

  private boolean rewrites(Column column) {
    boolean stored = column.generated() != null && column.generated().stored();
    boolean checked =
        target.find(new ObjectId(ObjectKind.DOMAIN, column.type())) instanceof DomainType domain
            && (domain.notNull() || !domain.constraints().isEmpty());
    return stored
        || checked
        || column.identity() != null
        || (column.defaultValue() != null && Defaults.perRow(column.defaultValue()));
  }

  private static Verdict constraint(Constraint constraint) {
    if (!constraint.validated()) {
      return switch (constraint.type()) {
        case FOREIGN_KEY -> Verdict.quick(Lock.SHARE_ROW_EXCLUSIVE);
        case CHECK, PRIMARY_KEY, UNIQUE, EXCLUSION -> Verdict.quick(Lock.ACCESS_EXCLUSIVE);
      };
    }
    return switch (constraint.type()) {
      case FOREIGN_KEY ->
          Verdict.noticed(
              Lock.SHARE_ROW_EXCLUSIVE,
              finding(
                  Rule.ADD_FOREIGN_KEY,
                  constraint,
                  Risk.BLOCKING,
                  "is checked against every row while writers of both tables wait",
                  "Declare it NOT VALID first, and valid in a later release."));
      case CHECK ->
          Verdict.noticed(
              Lock.ACCESS_EXCLUSIVE,
              finding(
                  Rule.ADD_CHECK,
                  constraint,
                  Risk.BLOCKING,
                  "is checked against every row while readers and writers wait",
                  "Declare it NOT VALID first, and valid in a later release."));
      case PRIMARY_KEY, UNIQUE ->
          Verdict.noticed(
              Lock.ACCESS_EXCLUSIVE,
              finding(
                  Rule.ADD_UNIQUE,
                  constraint,
                  Risk.BLOCKING,
                  "builds its index while readers and writers wait, and fails on duplicates",
                  "Plan it for a quiet time, after looking for duplicates."));
      case EXCLUSION ->
          Verdict.noticed(
              Lock.ACCESS_EXCLUSIVE,
              finding(
                  Rule.ADD_EXCLUSION,
                  constraint,
                  Risk.BLOCKING,
                  "builds its index while readers and writers wait; there is no gentler way",
                  "Plan it for a quiet time."));
    };
  }

  private static Verdict index(Index index) {
    return Verdict.noticed(
        Lock.SHARE,
        finding(
            Rule.BUILD_INDEX,
            index,
            Risk.BLOCKING,
            "is built while writers wait",
            "Plan it for a quiet time when the table is large."));
  }

  private static Finding finding(
      Rule rule, SchemaObject object, Risk risk, String predicate, String remedy) {
    String label = object.id().label();
    return new Finding(rule.slug(), label, risk, label + " " + predicate, remedy);
  }
}
