package dev.releaseledger.domain.risk.cost;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Policy;
import dev.releaseledger.domain.schema.RewriteRule;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.View;

/** What making an object costs those who use what is there already. */
final class CreateCosts {

  private CreateCosts() {}

  static Cost of(SchemaObject made, Context context) {
    return switch (made) {
      case Namespace _, Extension _, Table _, Sequence _ -> Cost.NONE;
      case EnumType _, DomainType _, CompositeType _, Routine _, Grant _ -> Cost.NONE;
      case View it ->
          context.readsWhatIsInUse(it.id()) ? Cost.catalog(Lock.ACCESS_SHARE) : Cost.NONE;
      case MaterializedView it ->
          context.readsWhatIsInUse(it.id()) ? Cost.scan(Lock.ACCESS_SHARE) : Cost.NONE;
      case Trigger it -> Cost.catalog(context.ifInUse(it.relation(), Lock.SHARE_ROW_EXCLUSIVE));
      case RewriteRule _, Policy _ ->
          Cost.catalog(context.ifInUse(made.parent(), Lock.ACCESS_EXCLUSIVE));
      case Column it -> context.inUse(it.parent()) ? column(it, context) : Cost.NONE;
      case Constraint it -> constraint(it, context);
      case Defined it -> DefinedCosts.of(it, context);
      case Index it when it.partitioned() ->
          Cost.catalog(context.ifInUse(it.relation(), Lock.SHARE));
      case Index it -> context.inUse(it.relation()) ? Cost.scan(Lock.SHARE) : Cost.NONE;
    };
  }

  private static Cost column(Column column, Context context) {
    if (AddedColumn.of(column, context).rewrites()) {
      return Cost.rewrite(Lock.ACCESS_EXCLUSIVE);
    }
    boolean looksForNull = column.notNull() && column.defaultValue() == null;
    return looksForNull ? Cost.scan(Lock.ACCESS_EXCLUSIVE) : Cost.catalog(Lock.ACCESS_EXCLUSIVE);
  }

  private static Cost constraint(Constraint constraint, Context context) {
    boolean there = context.inUse(constraint.table());
    return switch (constraint.type()) {
      case FOREIGN_KEY -> foreignKey(constraint, there, context);
      case CHECK, PRIMARY_KEY, UNIQUE, EXCLUSION -> {
        if (!there) {
          yield Cost.NONE;
        }
        boolean onlyAbove =
            constraint.indexed() && context.after().isPartitioned(constraint.table());
        yield constraint.holds() && !onlyAbove
            ? Cost.scan(Lock.ACCESS_EXCLUSIVE)
            : Cost.catalog(Lock.ACCESS_EXCLUSIVE);
      }
    };
  }

  /** Also a new table that points to one in use locks that one. */
  private static Cost foreignKey(Constraint key, boolean there, Context context) {
    String referenced = Definitions.referencedTable(key.definition());
    boolean pointsToOneInUse = context.inUse(new ObjectId(ObjectKind.TABLE, referenced));
    Lock lock = there || pointsToOneInUse ? Lock.SHARE_ROW_EXCLUSIVE : null;
    return there && key.holds() ? Cost.scan(lock) : Cost.catalog(lock);
  }
}
