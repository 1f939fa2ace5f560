package dev.releaseledger.domain.risk.cost;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Way;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Sequence;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Predicts what each statement of a plan costs; the rehearsal measures whether it is so. */
public final class Costs {

  private Costs() {}

  /** What the statement that does this is expected to cost. */
  public static Cost of(Operation operation, Context context) {
    Cost cost = atHome(operation, context);
    return context.isForeign(operation.object()) ? Cost.catalog(cost.lock()) : cost;
  }

  private static Cost atHome(Operation operation, Context context) {
    return switch (operation) {
      case Operation.Create it ->
          switch (it.way()) {
            case AT_ONCE -> CreateCosts.of(it.made(), context);
            case CONCURRENTLY -> Cost.scan(Lock.SHARE_UPDATE_EXCLUSIVE);
            case FROM_INDEX -> Cost.catalog(Lock.ACCESS_EXCLUSIVE);
          };
      case Operation.Drop it ->
          it.way() == Way.CONCURRENTLY
              ? Cost.catalog(Lock.SHARE_UPDATE_EXCLUSIVE)
              : DropCosts.of(it.dropped(), context);
      case Operation.BuildKey _ -> Cost.scan(Lock.SHARE_UPDATE_EXCLUSIVE);
      case Operation.TakeName _ -> Cost.catalog(Lock.SHARE_UPDATE_EXCLUSIVE);
      case Operation.RefuseNull _, Operation.RefuseOutside _, Operation.DropProof _ ->
          Cost.catalog(Lock.ACCESS_EXCLUSIVE);
      case Operation.ProveWithin _ -> Cost.scan(Lock.SHARE_UPDATE_EXCLUSIVE);
      case Operation.ProveNotNull it ->
          context.inUse(it.column().table()) ? Cost.scan(Lock.SHARE_UPDATE_EXCLUSIVE) : Cost.NONE;
      case Operation.Replace it -> ChangeCosts.replacing(it.target());
      case Operation.Change it -> ChangeCosts.changing(it.target(), context);
      case Operation.ChangeType it -> TypeCosts.of(it, context);
      case Operation.DropAttribute it ->
          Cost.catalog(context.ifInUse(it.object(), Lock.ACCESS_EXCLUSIVE));
      case Operation.ReplaceType _ -> Cost.NONE;
      case Operation.ConvertColumn _ -> Cost.rewrite(Lock.ACCESS_EXCLUSIVE);
      case Operation.SetNotNull it ->
          it.proven() || (context.provesNotNull(it.column()) && context.version() >= 12)
              ? Cost.catalog(Lock.ACCESS_EXCLUSIVE)
              : Cost.scan(Lock.ACCESS_EXCLUSIVE);
      case Operation.DropNotNull _ -> Cost.catalog(Lock.ACCESS_EXCLUSIVE);
      case Operation.ChangeDefault it ->
          Cost.catalog(context.ifInUse(it.column().parent(), Lock.ACCESS_EXCLUSIVE));
      case Operation.ChangeIdentity _ -> Cost.catalog(Lock.ACCESS_EXCLUSIVE);
      case Operation.DropExpression _ -> Cost.catalog(Lock.ACCESS_EXCLUSIVE);
      case Operation.Validate it -> validate(it.constraint(), context);
      case Operation.AddLabel _ -> Cost.NONE;
      case Operation.Set it -> SettingCosts.of(it, context);
      case Operation.TightenDomain it -> tighten(it.target(), context);
      case Operation.OwnSequence it -> own(it.sequence(), context);
      case Operation.SetTriggerState it ->
          Cost.catalog(context.ifInUse(it.trigger().relation(), Lock.SHARE_ROW_EXCLUSIVE));
      case Operation.Allow it -> granting(it.grant(), context);
      case Operation.Revoke it -> granting(it.grant(), context);
      case Operation.Rename it -> rename(it.former(), context);
      case Operation.SetIndexComment it ->
          Cost.catalog(context.ifInUse(it.object(), Lock.SHARE_UPDATE_EXCLUSIVE));
      case Operation.SetComment it -> Cost.catalog(comment(it.object(), context));
    };
  }

  private static Cost validate(Constraint constraint, Context context) {
    return context.inUse(constraint.table()) ? Cost.scan(Lock.SHARE_UPDATE_EXCLUSIVE) : Cost.NONE;
  }

  /** Every table with a column of the domain, or of one that is made from it, is read whole. */
  private static Cost tighten(DomainType domain, Context context) {
    Deque<String> types = new ArrayDeque<>();
    types.add(domain.name());
    while (!types.isEmpty()) {
      String type = types.remove();
      if (!context.before().ofType(type).isEmpty()) {
        return Cost.scan(Lock.SHARE);
      }
      context.before().domainsOver(type).forEach(other -> types.add(other.name()));
    }
    return Cost.NONE;
  }

  private static Cost own(Sequence sequence, Context context) {
    Lock counting = context.ifInUse(sequence.id(), Lock.SHARE_ROW_EXCLUSIVE);
    Lock owning =
        sequence.ownedBy() == null
            ? null
            : context.ifInUse(
                new ObjectId(ObjectKind.COLUMN, sequence.ownedBy()), Lock.ACCESS_SHARE);
    return Cost.catalog(Lock.stronger(counting, owning));
  }

  /** From 18 on the server locks the relation whose privileges change. */
  private static Cost granting(Grant grant, Context context) {
    return switch (grant.on().kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE ->
          context.version() < 18
              ? Cost.NONE
              : Cost.catalog(context.ifInUse(grant.on(), Lock.ACCESS_SHARE));
      default -> Cost.NONE;
    };
  }

  private static Cost rename(ObjectId former, Context context) {
    return switch (former.kind()) {
      case TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          SEQUENCE,
          COLUMN,
          CONSTRAINT,
          TRIGGER,
          POLICY,
          RULE,
          COMPOSITE ->
          Cost.catalog(context.ifInUse(former, Lock.ACCESS_EXCLUSIVE));
      case INDEX -> Cost.catalog(context.ifInUse(former, Lock.SHARE_UPDATE_EXCLUSIVE));
      default -> Cost.NONE;
    };
  }

  private static @Nullable Lock comment(ObjectId object, Context context) {
    return switch (object.kind()) {
      case TABLE, COLUMN, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE, COMPOSITE ->
          context.ifInUse(object, Lock.SHARE_UPDATE_EXCLUSIVE);
      case CONSTRAINT, TRIGGER, RULE, POLICY -> context.ifInUse(object, Lock.ACCESS_SHARE);
      default -> null;
    };
  }
}
