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

/** What taking an object away costs those who use it and what is around it. */
final class DropCosts {

  private DropCosts() {}

  static Cost of(SchemaObject dropped, Context context) {
    return switch (dropped) {
      case Table _, Column _, Constraint _, Index _, Trigger _, RewriteRule _, Policy _ ->
          Cost.catalog(context.ifInUse(dropped.id(), Lock.ACCESS_EXCLUSIVE));
      case View _, MaterializedView _, Sequence _, CompositeType _ ->
          Cost.catalog(context.ifInUse(dropped.id(), Lock.ACCESS_EXCLUSIVE));
      case Defined it -> DefinedCosts.of(it, context);
      case Namespace _, Extension _, EnumType _, DomainType _, Routine _, Grant _ -> Cost.NONE;
    };
  }
}
