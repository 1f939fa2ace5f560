package dev.releaseledger.domain.risk;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Operation.ChangeType;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.TypeChange;
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
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.View;

/** The rules for changing objects in place. */
final class ChangeRules {

  private ChangeRules() {}

  static Verdict type(ChangeType it) {
    String change = " changes from " + it.base().type() + " to " + it.target().type();
    return switch (it.change()) {
      case TypeChange.Widening(boolean rewrites) when !rewrites ->
          Verdict.quick(Lock.ACCESS_EXCLUSIVE);
      case TypeChange.Widening _ ->
          Verdict.noticed(
              Lock.ACCESS_EXCLUSIVE,
              finding(
                  Rule.CHANGE_TYPE_REWRITES,
                  it,
                  Risk.BLOCKING,
                  change + ", which rewrites the table while readers and writers wait",
                  "Add a new column, fill it in batches, switch over, and drop this one later."));
      case TypeChange.Narrowing _ ->
          Verdict.destructive(
              Lock.ACCESS_EXCLUSIVE,
              finding(
                  Rule.NARROW_TYPE,
                  it,
                  Risk.BREAKING,
                  change + ", and values that do not fit fail or lose precision",
                  "Look for values that do not fit first; then apply with force."));
      case TypeChange.Declared declared ->
          Verdict.destructive(
              Lock.ACCESS_EXCLUSIVE,
              finding(
                  Rule.DECLARED_CONVERSION,
                  it,
                  Risk.BREAKING,
                  change + " by the declared expression " + declared.expression(),
                  "Try the expression on the real values first; then apply with force."));
      case TypeChange.Undeclared _ ->
          Verdict.noticed(
              Lock.ACCESS_EXCLUSIVE,
              finding(
                  Rule.NEEDS_CONVERSION,
                  it,
                  Risk.UNSUPPORTED,
                  change + ", and nothing says how its values are to be converted",
                  Obstacles.howToConvert(it.target())));
    };
  }

  static Verdict setNotNull(Operation.SetNotNull it) {
    return Verdict.destructive(
        Lock.ACCESS_EXCLUSIVE,
        finding(
            Rule.SET_NOT_NULL,
            it,
            Risk.BREAKING,
            " refuses NULL from now on, which fails when there is one, and scans the table",
            "Fill the NULLs first; then apply with force."));
  }

  static Verdict identity(Operation.ChangeIdentity it) {
    Column base = it.base();
    Column target = it.target();
    boolean starts = base.identity() == null && target.identity() != null;
    return starts
        ? Verdict.noticed(
            Lock.ACCESS_EXCLUSIVE,
            finding(
                Rule.IDENTITY_RESTARTS,
                it,
                Risk.BREAKING,
                " starts counting anew, and may give out numbers that rows already have",
                "Set its sequence beyond the highest number right after applying."))
        : Verdict.quick(Lock.ACCESS_EXCLUSIVE);
  }

  static Verdict validate(Operation.Validate it) {
    return Verdict.noticed(
        Lock.SHARE_UPDATE_EXCLUSIVE,
        finding(
            Rule.VALIDATE_CONSTRAINT,
            it,
            Risk.LOW_LOCK,
            " is checked against every row while readers and writers go on",
            "Look for rows that break it first."));
  }

  static Verdict label(Operation.AddLabel it) {
    return Verdict.noticed(
        null,
        finding(
            Rule.ENUM_LABEL_ADDED,
            it,
            Risk.METADATA_ONLY,
            " gains the label '" + it.label() + "', committed ahead of the other steps",
            "Be sure of it: a label cannot be taken out again."));
  }

  static Verdict domain(Operation.TightenDomain it) {
    return Verdict.noticed(
        Lock.SHARE,
        finding(
            Rule.TIGHTEN_DOMAIN,
            it,
            Risk.BLOCKING,
            " is checked against every table that uses it while writers wait",
            "Declare the constraint NOT VALID first, and valid in a later release."));
  }

  static Verdict replace(Operation.Replace it) {
    return Verdict.quick(it.target() instanceof View ? Lock.ACCESS_EXCLUSIVE : null);
  }

  static Verdict change(Operation.Change it) {
    return switch (it.target()) {
      case Extension _ ->
          Verdict.noticed(
              null,
              finding(
                  Rule.UPDATE_EXTENSION,
                  it,
                  Risk.BLOCKING,
                  " runs the scripts of its author",
                  "Read what they do before applying."));
      case Sequence _ -> Verdict.quick(Lock.SHARE_ROW_EXCLUSIVE);
      case DomainType _ -> Verdict.quick(null);
      case EnumType _, Namespace _, Routine _ -> Verdict.quick(null);
      case Table _,
          Column _,
          Constraint _,
          Index _,
          CompositeType _,
          View _,
          MaterializedView _,
          Trigger _ ->
          Verdict.quick(Lock.ACCESS_EXCLUSIVE);
    };
  }

  private static Finding finding(
      Rule rule, Operation operation, Risk risk, String predicate, String remedy) {
    ObjectId object = operation.object();
    return new Finding(rule.slug(), object.label(), risk, object.label() + predicate, remedy);
  }
}
