package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Generated;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Policy;
import dev.releaseledger.domain.schema.RewriteRule;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Knows which changes the server makes in place, and which take a drop and a create. */
final class Replacing {

  /** Storage parameters that mean something for an index that is there already. */
  private static final Set<String> CHANGEABLE_INDEX_OPTIONS =
      Set.of(
          "fillfactor",
          "deduplicate_items",
          "buffering",
          "fastupdate",
          "gin_pending_list_limit",
          "autosummarize");

  private Replacing() {}

  /** Whether one object can become the other without being dropped. */
  static boolean inPlace(SchemaObject base, SchemaObject target, ObjectKind part) {
    if (Ties.isTie(part)) {
      return Ties.inPlace(part);
    }
    return switch (base) {
      case Column it -> part == ObjectKind.COLUMN_DEFAULT || columnInPlace(it, (Column) target);
      case Constraint it -> constraintInPlace(it, (Constraint) target);
      case Index it -> indexInPlace(it, (Index) target);
      case EnumType it -> keepsOrder(it.labels(), ((EnumType) target).labels());
      case DomainType it ->
          it.type().equals(((DomainType) target).type())
              && Objects.equals(it.collation(), ((DomainType) target).collation());
      case CompositeType it -> compositeInPlace(it, (CompositeType) target);
      case View it -> startsWith(((View) target).columns(), it.columns());
      case MaterializedView it -> materializedViewInPlace(it, (MaterializedView) target);
      case Routine it -> routineInPlace(it, (Routine) target);
      case Trigger it -> it.definition().equals(((Trigger) target).definition());
      case RewriteRule it -> it.definition().equals(((RewriteRule) target).definition());
      case Policy it -> policyInPlace(it, (Policy) target);
      case Table it -> tableInPlace(it, (Table) target);
      case Defined it -> Defining.inPlace(it, (Defined) target);
      case Namespace _, Extension _, Sequence _, Grant _ -> true;
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

  /** A table cannot become a partitioned or a foreign one, nor move to another server. */
  private static boolean tableInPlace(Table base, Table target) {
    String before = base.foreign() == null ? null : base.foreign().server();
    String after = target.foreign() == null ? null : target.foreign().server();
    return Objects.equals(before, after)
        && Objects.equals(base.partitionKey(), target.partitionKey());
  }

  private static boolean indexInPlace(Index base, Index target) {
    return base.relation().equals(target.relation())
        && base.definitionWithoutOptions().equals(target.definitionWithoutOptions())
        && Options.differing(base.options(), target.options()).stream()
            .allMatch(CHANGEABLE_INDEX_OPTIONS::contains)
        && (base.valid() == target.valid() || (target.valid() && target.partitioned()));
  }

  private static boolean materializedViewInPlace(MaterializedView base, MaterializedView target) {
    return base.query().equals(target.query())
        && bare(base.columns()).equals(bare(target.columns()));
  }

  /** A policy can get another expression, but not lose the one it has. */
  static boolean policyInPlace(Policy base, Policy target) {
    return base.command().equals(target.command())
        && base.permissive() == target.permissive()
        && (base.using() == null || target.using() != null)
        && (base.check() == null || target.check() != null);
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

  /** Attributes can go, and others can come behind those that stay. */
  private static boolean compositeInPlace(CompositeType base, CompositeType target) {
    return startsWith(target.attributes(), kept(base, target));
  }

  /** The attributes that stay as they are, in the order they have. */
  static List<Attribute> kept(CompositeType base, CompositeType target) {
    List<Attribute> after = bare(target.attributes());
    return base.attributes().stream().filter(it -> after.contains(it.bare())).toList();
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
