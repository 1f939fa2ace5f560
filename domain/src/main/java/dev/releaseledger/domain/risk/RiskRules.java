package dev.releaseledger.domain.risk;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/** Judges each step of a plan by what it does to what is there. */
final class RiskRules {

  private final Schema base;
  private final CreateRules creating;

  RiskRules(Schema base, Schema target) {
    this.base = base;
    this.creating = new CreateRules(base, target);
  }

  Verdict judge(Operation operation) {
    return switch (operation) {
      case Operation.Create(SchemaObject made, boolean rebuilt) -> creating.judge(made, rebuilt);
      case Operation.Drop(SchemaObject dropped, boolean rebuilt) ->
          DropRules.judge(dropped, rebuilt);
      case Operation.Replace it -> ChangeRules.replace(it);
      case Operation.ChangeType it -> ChangeRules.type(it);
      case Operation.SetNotNull it -> ChangeRules.setNotNull(it);
      case Operation.DropNotNull _ -> Verdict.quick(Lock.ACCESS_EXCLUSIVE);
      case Operation.ChangeDefault it -> Verdict.quick(ifThere(it.column()));
      case Operation.ChangeIdentity it -> ChangeRules.identity(it);
      case Operation.DropExpression _ -> Verdict.quick(Lock.ACCESS_EXCLUSIVE);
      case Operation.Validate it -> ChangeRules.validate(it);
      case Operation.AddLabel it -> ChangeRules.label(it);
      case Operation.Change it -> ChangeRules.change(it);
      case Operation.TightenDomain it ->
          base.find(it.object()) == null ? Verdict.quick(null) : ChangeRules.domain(it);
      case Operation.OwnSequence it ->
          Verdict.quick(base.find(it.object()) == null ? null : Lock.SHARE_ROW_EXCLUSIVE);
      case Operation.SetTriggerState it ->
          Verdict.quick(
              base.find(it.trigger().relation()) == null ? null : Lock.SHARE_ROW_EXCLUSIVE);
      case Operation.SetComment it -> Verdict.quick(commentLock(it.object()));
    };
  }

  private @Nullable String ifThere(Column column) {
    return base.find(new ObjectId(ObjectKind.TABLE, column.table())) == null
        ? null
        : Lock.ACCESS_EXCLUSIVE;
  }

  private @Nullable String commentLock(ObjectId object) {
    return switch (object.kind()) {
      case TABLE, COLUMN, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE ->
          base.find(object) == null ? null : Lock.SHARE_UPDATE_EXCLUSIVE;
      case SCHEMA,
          EXTENSION,
          ENUM,
          DOMAIN,
          COMPOSITE,
          ROUTINE,
          COLUMN_DEFAULT,
          CONSTRAINT,
          TRIGGER,
          OWNERSHIP ->
          null;
    };
  }
}
