package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import java.util.Objects;
import java.util.Optional;
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
      case CONSTRAINT, INDEX, TRIGGER, RULE, POLICY -> 2;
      case STATISTICS, PUBLICATION_TABLE, PUBLICATION_SCHEMA -> 2;
      case COLUMN -> 3;
      default -> 0;
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
        yield fates.created().contains(table)
            ? table
            : withWhole(id, target.lineage()).map(whole -> creator(whole, target)).orElse(id);
      }
      case CONSTRAINT ->
          comesWithItsWhole((Constraint) target.object(id), target)
              ? withWhole(id, target.lineage()).map(whole -> creator(whole, target)).orElse(id)
              : id;
      case INDEX_ATTACHMENT -> {
        ObjectId attachment = attachment(target.object(id));
        yield fates.created().contains(attachment)
                && target
                    .needs(attachment)
                    .contains(target.lineage().counterpart(target.object(id)).orElseThrow())
            ? attachment
            : id;
      }
      default -> id;
    };
  }

  /** The server makes it in a partition that is attached already, by the same name. */
  private boolean comesWithItsWhole(Constraint part, Parts target) {
    return !part.indexed()
        && target
            .lineage()
            .counterpart(part)
            .filter(whole -> Identifiers.last(whole.identity()).equals(part.name()))
            .isPresent();
  }

  /**
   * What is created in a partitioned table and so comes to a partition; nothing does while that is
   * not attached.
   */
  private Optional<ObjectId> withWhole(ObjectId id, Lineage lineage) {
    SchemaObject part = lineage.find(id);
    return lineage.isPartition(Objects.requireNonNull(part.parent()).identity())
            && !fates.created().contains(attachment(part))
        ? lineage.counterpart(part).filter(fates.created()::contains)
        : Optional.empty();
  }

  private static ObjectId attachment(SchemaObject part) {
    ObjectId relation = Objects.requireNonNull(part.parent());
    return new ObjectId(ObjectKind.ATTACHMENT, relation.identity());
  }

  /** What is part of something above goes with it, unless its table was detached before. */
  private Optional<ObjectId> droppedWhole(ObjectId id) {
    SchemaObject part = base.object(id);
    return switch (id.kind()) {
      case COLUMN, INDEX, CONSTRAINT, INDEX_ATTACHMENT ->
          part.parent() == null || fates.dropped().contains(attachment(part))
              ? Optional.empty()
              : base.lineage().isPartition(part.parent().identity())
                  ? base.lineage().counterpart(part).filter(fates.dropped()::contains)
                  : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The part whose statement drops this one. */
  ObjectId dropper(ObjectId id) {
    if (out.contains(id)) {
      return id;
    }
    Optional<ObjectId> whole = droppedWhole(id);
    boolean tableGoes =
        base.object(id).parent() != null && fates.dropped().contains(base.object(id).parent());
    if (whole.isPresent() && !tableGoes) {
      return dropper(whole.get());
    }
    if (tableGoes && Ddl.isForeignKey(base.object(id))) {
      Optional<ObjectId> above = base.lineage().counterpart(base.object(id));
      if (above.isPresent()) {
        ObjectId table = Objects.requireNonNull(base.object(id).parent());
        return dropper(above.filter(fates.dropped()::contains).orElse(table));
      }
    }
    if (id.kind() == ObjectKind.INDEX_ATTACHMENT) {
      ObjectId attachment = attachment(base.object(id));
      return fates.dropped().contains(attachment) ? dropper(attachment) : id;
    }
    ObjectId outer =
        switch (id.kind()) {
          case COLUMN_DEFAULT, OWNERSHIP -> base.object(id).id();
          case REPLICA_IDENTITY, CLUSTERING, TYPING, INHERITANCE -> base.object(id).id();
          case ATTACHMENT -> guarded(id) ? null : base.object(id).id();
          case STATISTICS, PUBLICATION_TABLE, PUBLICATION_SCHEMA, PRIVILEGES ->
              base.object(id).parent();
          case COLUMN, INDEX, TRIGGER, RULE, POLICY -> base.object(id).parent();
          case CONSTRAINT -> reachesOut(id) ? null : base.object(id).parent();
          case SEQUENCE -> owner((Sequence) base.object(id));
          default -> null;
        };
    return outer != null && fates.dropped().contains(outer) ? dropper(outer) : id;
  }

  /** A partition that a foreign key of another table guards has to be let go before it goes. */
  private boolean guarded(ObjectId attachment) {
    ObjectId table = base.object(attachment).id();
    return base.all().keySet().stream()
        .filter(id -> id.kind() == ObjectKind.CONSTRAINT && !fates.dropped().contains(id))
        .filter(id -> Ddl.isForeignKey(base.object(id)))
        .anyMatch(id -> new UntoldUses(base).partitions(id).contains(table));
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
