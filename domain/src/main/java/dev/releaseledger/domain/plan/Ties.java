package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.PartitionBound;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ties a table to other tables, to its type and to its indexes: parts of their own, because
 * they come after both ends are there and go before one of them does.
 */
final class Ties {

  private static final String BY_INDEX = "USING INDEX ";

  private Ties() {}

  /** One tie: the object it is said of, what is compared, and what it needs. */
  record Tie(ObjectId id, SchemaObject object, String essence, List<ObjectId> needs) {}

  static boolean isTie(ObjectKind kind) {
    return switch (kind) {
      case REPLICA_IDENTITY, CLUSTERING, TYPING, INHERITANCE, ATTACHMENT, INDEX_ATTACHMENT -> true;
      default -> false;
    };
  }

  /** Whether the tie can be given another end, rather than be untied and tied again. */
  static boolean inPlace(ObjectKind kind) {
    return switch (kind) {
      case REPLICA_IDENTITY, CLUSTERING, TYPING -> true;
      default -> false;
    };
  }

  static List<Tie> of(Table table, Standing standing) {
    List<Tie> ties = new ArrayList<>();
    String replica = table.replicaIdentity();
    if (replica != null) {
      List<ObjectId> needs = new ArrayList<>(List.of(table.id()));
      if (replica.startsWith(BY_INDEX)) {
        needs.addAll(standing.index(table.id(), replica.substring(BY_INDEX.length())));
      }
      ties.add(new Tie(table.replicaIdentityId(), table, replica, needs));
    }
    if (table.clustering() != null) {
      ties.add(clustering(table.clusteringId(), table, table.clustering(), standing));
    }
    if (table.ofType() != null) {
      List<ObjectId> needs = new ArrayList<>(standing.columns(table.name()));
      needs.add(table.id());
      needs.add(new ObjectId(ObjectKind.COMPOSITE, table.ofType()));
      ties.add(new Tie(table.typingId(), table, table.ofType(), needs));
    }
    for (String parent : table.parents()) {
      ObjectId id = table.partition() == null ? table.inheritanceId(parent) : table.attachmentId();
      List<ObjectId> needs = new ArrayList<>(standing.whatMeets(table.name()));
      needs.addAll(standing.whatMeets(parent));
      String bound = table.partition() == null ? "" : " " + table.partition().bound();
      ties.add(new Tie(id, table, parent + bound, needs));
    }
    return ties;
  }

  static List<Tie> of(MaterializedView view, Standing standing) {
    return view.clustering() == null
        ? List.of()
        : List.of(clustering(view.clusteringId(), view, view.clustering(), standing));
  }

  static List<Tie> of(Index index) {
    String whole = index.partOf();
    return whole == null
        ? List.of()
        : List.of(attachment(index.attachmentId(), index, new ObjectId(ObjectKind.INDEX, whole)));
  }

  static List<Tie> of(Constraint constraint) {
    String whole = constraint.partOf();
    return whole == null || !constraint.indexed()
        ? List.of()
        : List.of(
            attachment(
                constraint.attachmentId(), constraint, new ObjectId(ObjectKind.CONSTRAINT, whole)));
  }

  private static Tie attachment(ObjectId id, SchemaObject part, ObjectId whole) {
    return new Tie(id, part, whole.identity(), List.of(part.id(), whole));
  }

  /** The table with those of its ties that are among the parts. */
  static Table only(Set<ObjectId> parts, Table table) {
    List<String> parents =
        table.parents().stream()
            .filter(parent -> parts.contains(table.inheritanceId(parent)))
            .toList();
    return new Table(
        table.name(),
        parts.contains(table.typingId()) ? table.ofType() : null,
        table.partitionKey(),
        table.foreign(),
        parts.contains(table.attachmentId()) ? table.partition() : null,
        parents,
        table.storage(),
        table.rowSecurity(),
        parts.contains(table.replicaIdentityId()) ? table.replicaIdentity() : null,
        parts.contains(table.clusteringId()) ? table.clustering() : null,
        table.comment());
  }

  private static Tie clustering(ObjectId id, SchemaObject object, String index, Standing standing) {
    List<ObjectId> needs = new ArrayList<>(List.of(object.id()));
    needs.addAll(standing.index(object.id(), index));
    return new Tie(id, object, index, needs);
  }

  static DraftStep create(ObjectId id, SchemaObject object) {
    return switch (id.kind()) {
      case ATTACHMENT -> attach(object, make(id, object), unmake(id, object));
      case INDEX_ATTACHMENT ->
          new DraftStep(
              new Operation.Set(object, Setting.INDEX_ATTACHMENT),
              "attach the index of " + object.id().label(),
              make(id, object),
              new Undo.Irreversible("the index of a partition cannot be detached by itself"));
      default -> step(id, object, make(id, object), unmake(id, object));
    };
  }

  private static DraftStep attach(SchemaObject partition, String sql, String undo) {
    return new DraftStep(
        new Operation.Set(partition, Setting.ATTACHMENT),
        "attach partition " + partition.id().identity(),
        sql,
        new Undo.Reversible(undo));
  }

  static DraftStep drop(ObjectId id, SchemaObject object) {
    return id.kind() == ObjectKind.ATTACHMENT
        ? new DraftStep(
            new Operation.Set(object, Setting.DETACHMENT),
            "detach partition " + object.id().identity(),
            unmake(id, object),
            new Undo.Reversible(make(id, object)))
        : step(id, object, unmake(id, object), make(id, object));
  }

  static DraftStep alter(ObjectId id, SchemaObject before, SchemaObject after) {
    return step(id, after, make(id, after), make(id, before));
  }

  private static DraftStep step(ObjectId id, SchemaObject object, String sql, String undo) {
    return Settings.step(object, setting(id.kind()), sql, undo);
  }

  private static Setting setting(ObjectKind kind) {
    return switch (kind) {
      case REPLICA_IDENTITY -> Setting.REPLICA_IDENTITY;
      case CLUSTERING -> Setting.CLUSTERING;
      case TYPING -> Setting.TYPING;
      case INHERITANCE -> Setting.INHERITANCE;
      default -> throw new IllegalArgumentException("not a tie: " + kind);
    };
  }

  private static String make(ObjectId id, SchemaObject object) {
    String alter = alterSql(object);
    return switch (id.kind()) {
      case REPLICA_IDENTITY -> alter + "REPLICA IDENTITY " + ((Table) object).replicaIdentity();
      case CLUSTERING -> alter + "CLUSTER ON " + clusteredOn(object);
      case TYPING -> alter + "OF " + ((Table) object).ofType();
      case INHERITANCE -> alter + "INHERIT " + parent(id, object);
      case ATTACHMENT -> {
        PartitionBound it = Objects.requireNonNull(((Table) object).partition());
        yield "ALTER TABLE %s ATTACH PARTITION %s %s"
            .formatted(it.parent(), object.id().identity(), it.bound());
      }
      case INDEX_ATTACHMENT ->
          "ALTER INDEX " + wholeIndex(object) + " ATTACH PARTITION " + id.identity();
      default -> throw new IllegalArgumentException("not a tie: " + id);
    };
  }

  private static String unmake(ObjectId id, SchemaObject object) {
    String alter = alterSql(object);
    return switch (id.kind()) {
      case REPLICA_IDENTITY -> alter + "REPLICA IDENTITY DEFAULT";
      case CLUSTERING -> alter + "SET WITHOUT CLUSTER";
      case TYPING -> alter + "NOT OF";
      case INHERITANCE -> alter + "NO INHERIT " + parent(id, object);
      case ATTACHMENT ->
          "ALTER TABLE %s DETACH PARTITION %s"
              .formatted(((Table) object).parents().getFirst(), object.id().identity());
      case INDEX_ATTACHMENT -> "";
      default -> throw new IllegalArgumentException("not a tie: " + id);
    };
  }

  private static String parent(ObjectId id, SchemaObject child) {
    return id.identity().substring((child.id().identity() + " from ").length());
  }

  /** The index of a constraint bears the name of the constraint. */
  private static String wholeIndex(SchemaObject part) {
    if (part instanceof Index index) {
      return Objects.requireNonNull(index.partOf());
    }
    String whole = Objects.requireNonNull(((Constraint) part).partOf());
    return Identifiers.beside(Identifiers.qualifier(whole), Identifiers.last(whole));
  }

  private static String alterSql(SchemaObject object) {
    return (object instanceof MaterializedView ? "ALTER MATERIALIZED VIEW " : "ALTER TABLE ")
        + object.id().identity()
        + " ";
  }

  private static @Nullable String clusteredOn(SchemaObject object) {
    return object instanceof Table table
        ? table.clustering()
        : ((MaterializedView) object).clustering();
  }
}
