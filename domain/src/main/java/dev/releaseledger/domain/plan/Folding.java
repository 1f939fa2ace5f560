package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Sequence;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Folds parts into the statement that takes care of them: a table is created with its columns and
 * dropped with its indexes. Where that would need a thing before itself, the part is let out again
 * and gets a statement of its own.
 */
final class Folding {

  private final Parts base;
  private final Fates fates;
  private final Set<ObjectId> out = new TreeSet<>();

  Folding(Parts base, Fates fates) {
    this.base = base;
    this.fates = fates;
  }

  /** Gives these parts statements of their own; says whether that is new for any of them. */
  boolean letOut(Set<ObjectId> parts) {
    return out.addAll(parts);
  }

  /** How readily a part is let out, lower first, or 0 when it cannot be. */
  static int readiness(ObjectKind kind) {
    return switch (kind) {
      case COLUMN_DEFAULT -> 1;
      case CONSTRAINT, INDEX, TRIGGER -> 2;
      case COLUMN -> 3;
      case SCHEMA,
          EXTENSION,
          ENUM,
          DOMAIN,
          COMPOSITE,
          SEQUENCE,
          ROUTINE,
          TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          OWNERSHIP ->
          0;
    };
  }

  /** The part whose statement creates this one. */
  ObjectId creator(ObjectId id, Parts target) {
    if (out.contains(id)) {
      return id;
    }
    return switch (id.kind()) {
      case COLUMN_DEFAULT -> {
        ObjectId column = target.object(id).id();
        yield fates.created().contains(column) ? creator(column, target) : id;
      }
      case COLUMN -> {
        ObjectId table = new ObjectId(ObjectKind.TABLE, ((Column) target.object(id)).table());
        yield fates.created().contains(table) ? table : id;
      }
      default -> id;
    };
  }

  /** The part whose statement drops this one. */
  ObjectId dropper(ObjectId id) {
    if (out.contains(id)) {
      return id;
    }
    ObjectId outer =
        switch (id.kind()) {
          case COLUMN_DEFAULT, OWNERSHIP -> base.object(id).id();
          case COLUMN, INDEX, TRIGGER -> base.object(id).parent();
          case CONSTRAINT -> reachesOut(id) ? null : base.object(id).parent();
          case SEQUENCE -> owner((Sequence) base.object(id));
          default -> null;
        };
    return outer != null && fates.dropped().contains(outer) ? dropper(outer) : id;
  }

  private static @Nullable ObjectId owner(Sequence sequence) {
    return sequence.ownedBy() == null ? null : new ObjectId(ObjectKind.COLUMN, sequence.ownedBy());
  }

  /** A foreign key to another table is dropped first, so that the tables can go in any order. */
  private boolean reachesOut(ObjectId constraint) {
    ObjectId table = base.object(constraint).parent();
    return Ddl.isForeignKey(base.object(constraint))
        && base.needs(constraint).stream()
            .map(need -> base.all().containsKey(need) ? base.object(need) : null)
            .anyMatch(
                need -> need != null && need.parent() != null && !need.parent().equals(table));
  }
}
