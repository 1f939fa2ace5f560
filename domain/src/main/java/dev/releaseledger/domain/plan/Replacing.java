package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Generated;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Knows which changes the server makes in place, and which take a drop and a create. */
final class Replacing {

  private Replacing() {}

  /** Whether one object can become the other without being dropped. */
  static boolean inPlace(SchemaObject base, SchemaObject target, ObjectKind part) {
    return switch (base) {
      case Column it -> part == ObjectKind.COLUMN_DEFAULT || columnInPlace(it, (Column) target);
      case Constraint it -> constraintInPlace(it, (Constraint) target);
      case Index it -> it.equals(target.commented(it.comment()));
      case EnumType it -> keepsOrder(it.labels(), ((EnumType) target).labels());
      case DomainType it ->
          it.type().equals(((DomainType) target).type())
              && Objects.equals(it.collation(), ((DomainType) target).collation());
      case CompositeType it -> startsWith(((CompositeType) target).attributes(), it.attributes());
      case View it -> startsWith(((View) target).columns(), it.columns());
      case MaterializedView it -> it.query().equals(((MaterializedView) target).query());
      case Routine it -> routineInPlace(it, (Routine) target);
      case Trigger it -> it.definition().equals(((Trigger) target).definition());
      case Namespace _, Extension _, Table _, Sequence _ -> true;
    };
  }

  private static boolean columnInPlace(Column base, Column target) {
    Generated before = base.generated();
    Generated after = target.generated();
    if (before == null) {
      return after == null;
    }
    if (after == null) {
      return before.stored();
    }
    return before.equals(after) && base.type().equals(target.type());
  }

  private static boolean constraintInPlace(Constraint base, Constraint target) {
    return base.type() == target.type()
        && base.definition().equals(target.definition())
        && (base.validated() == target.validated() || target.validated());
  }

  private static boolean routineInPlace(Routine base, Routine target) {
    return base.procedure() == target.procedure()
        && base.arguments().equals(target.arguments())
        && Objects.equals(base.result(), target.result());
  }

  /** Whether all labels are still there, in the same order. */
  private static boolean keepsOrder(List<String> before, List<String> after) {
    List<String> kept = new ArrayList<>(after);
    kept.retainAll(before);
    return kept.equals(before);
  }

  static boolean startsWith(List<Attribute> longer, List<Attribute> beginning) {
    return longer.size() >= beginning.size()
        && bare(longer.subList(0, beginning.size())).equals(bare(beginning));
  }

  static List<Attribute> bare(List<Attribute> attributes) {
    return attributes.stream().map(Attribute::bare).toList();
  }
}
