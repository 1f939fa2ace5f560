package dev.releaseledger.domain.risk.cost;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Setting;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;

/** What changing how objects are stored, sampled, guarded and tied to each other costs. */
final class SettingCosts {

  private SettingCosts() {}

  /** Rows that are to be in the new partition must not be in a default one from before. */
  private static Cost newPartition(Table partition, Context context) {
    String parent = partition.parents().getFirst();
    if (!context.inUse(parent)) {
      return Cost.NONE;
    }
    return context.before().hasDefaultPartition(parent)
            && context.after().hasDefaultPartition(parent)
        ? Cost.scan(Lock.ACCESS_EXCLUSIVE)
        : Cost.catalog(Lock.SHARE_UPDATE_EXCLUSIVE);
  }

  private static Cost inheriting(Table heir, Context context) {
    return heir.parents().stream().anyMatch(context::inUse)
        ? Cost.catalog(Lock.SHARE_UPDATE_EXCLUSIVE)
        : Cost.NONE;
  }

  static Cost of(Operation.Set it, Context context) {
    SchemaObject target = it.target();
    if (it.setting() == Setting.ATTACHMENT && !context.inUse(target.id())) {
      return newPartition((Table) target, context);
    }
    if (it.setting() == Setting.INHERITANCE && !context.inUse(target.id())) {
      return inheriting((Table) target, context);
    }
    ObjectId parent = target.parent();
    if (!context.inUse(parent == null ? target.id() : parent)) {
      return Cost.NONE;
    }
    return switch (it.setting()) {
      case STORAGE_PARAMETERS, CLUSTERING, STATISTICS_TARGET, COLUMN_OPTIONS ->
          Cost.catalog(Lock.SHARE_UPDATE_EXCLUSIVE);
      case ROW_SECURITY,
          POLICY,
          RULE_STATE,
          REPLICA_IDENTITY,
          TYPING,
          INHERITANCE,
          STORAGE_MODE,
          COMPRESSION,
          FOREIGN_OPTIONS,
          NOT_NULL_CONSTRAINT,
          VIEW_OPTIONS,
          VIEW_DEFAULT ->
          Cost.catalog(Lock.ACCESS_EXCLUSIVE);
      case ATTACHMENT -> Cost.scan(Lock.ACCESS_EXCLUSIVE);
      case PROVEN_ATTACHMENT ->
          newPartition((Table) target, context).scans()
              ? Cost.scan(Lock.ACCESS_EXCLUSIVE)
              : Cost.catalog(Lock.ACCESS_EXCLUSIVE);
      case DETACHMENT, CONCURRENT_DETACHMENT -> Cost.catalog(Lock.ACCESS_EXCLUSIVE);
      case INDEX_ATTACHMENT -> Cost.catalog(Lock.SHARE_UPDATE_EXCLUSIVE);
      case PERSISTENCE, TABLESPACE, ACCESS_METHOD ->
          target instanceof Sequence
              ? Cost.catalog(Lock.ACCESS_EXCLUSIVE)
              : Cost.rewrite(Lock.ACCESS_EXCLUSIVE);
    };
  }
}
