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
import dev.releaseledger.domain.schema.Policy;
import dev.releaseledger.domain.schema.RewriteRule;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.View;

/** What changing an object other than a column in place costs. */
final class ChangeCosts {

  private ChangeCosts() {}

  static Cost replacing(SchemaObject target) {
    return switch (target) {
      case View _ -> Cost.catalog(Lock.ACCESS_EXCLUSIVE);
      case Trigger _ -> Cost.catalog(Lock.SHARE_ROW_EXCLUSIVE);
      case Routine _ -> Cost.NONE;
      case Namespace _,
          Extension _,
          Table _,
          Column _,
          Constraint _,
          Index _,
          Sequence _,
          EnumType _,
          DomainType _,
          CompositeType _,
          MaterializedView _,
          RewriteRule _,
          Policy _,
          Defined _,
          Grant _ ->
          Cost.NONE;
    };
  }

  static Cost changing(SchemaObject target, Context context) {
    return switch (target) {
      case Defined it -> DefinedCosts.of(it, context);
      case Sequence _ -> Cost.catalog(Lock.SHARE_ROW_EXCLUSIVE);
      case Extension _, DomainType _, EnumType _, Namespace _, Routine _, Grant _ -> Cost.NONE;
      case Table _,
          Column _,
          Constraint _,
          Index _,
          CompositeType _,
          View _,
          MaterializedView _,
          Trigger _,
          RewriteRule _,
          Policy _ ->
          Cost.catalog(Lock.ACCESS_EXCLUSIVE);
    };
  }
}
