package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table; its columns, constraints, indexes, triggers, policies and rules are objects of their
 * own.
 *
 * @param ofType the composite type that a typed table takes its columns from
 * @param partitionKey how a partitioned table is partitioned, such as {@code RANGE (day)}
 * @param foreign where the rows of a foreign table are
 * @param partition the partitioned table it is a part of
 * @param inherits the tables it inherits from, sorted, or null
 * @param replicaIdentity what logical replication tells of old rows, such as {@code FULL}
 * @param clustering the index by which the table was last told to be clustered
 */
public record Table(
    String name,
    @Nullable String ofType,
    @Nullable String partitionKey,
    @Nullable ForeignSource foreign,
    @Nullable PartitionBound partition,
    @Nullable List<String> inherits,
    @Nullable TableStorage storage,
    @Nullable RowSecurity rowSecurity,
    @Nullable String replicaIdentity,
    @Nullable String clustering,
    @Nullable String comment)
    implements SchemaObject {

  public Table {
    inherits = inherits == null || inherits.isEmpty() ? null : List.copyOf(inherits);
  }

  /** A plain table. */
  public Table(String name, @Nullable String comment) {
    this(name, null, null, null, null, null, null, null, null, null, comment);
  }

  /** The tables it gets columns from: those it inherits from, or the one it is a part of. */
  public List<String> parents() {
    if (partition != null) {
      return List.of(partition.parent());
    }
    return inherits == null ? List.of() : inherits;
  }

  /** Whether it is the partition for the rows that fit no other one. */
  public boolean takesTheRest() {
    return partition != null && partition.bound().equals("DEFAULT");
  }

  /** What names its being a part of a partitioned table. */
  public ObjectId attachmentId() {
    return new ObjectId(ObjectKind.ATTACHMENT, name);
  }

  /** What names its inheriting from another table. */
  public ObjectId inheritanceId(String parent) {
    return new ObjectId(ObjectKind.INHERITANCE, name + " from " + parent);
  }

  /** What names its replica identity. */
  public ObjectId replicaIdentityId() {
    return new ObjectId(ObjectKind.REPLICA_IDENTITY, name);
  }

  /** What names the index it is clustered on. */
  public ObjectId clusteringId() {
    return new ObjectId(ObjectKind.CLUSTERING, name);
  }

  /** What names its being of a composite type. */
  public ObjectId typingId() {
    return new ObjectId(ObjectKind.TYPING, name);
  }

  /** The same table by itself: without its ties to a type, to other tables and to indexes. */
  public Table untied() {
    return new Table(
        name, null, partitionKey, foreign, null, null, storage, rowSecurity, null, null, comment);
  }

  /** The same table as the statement that makes it leaves it: not yet guarded by policies. */
  public Table madeAs() {
    return new Table(
        name,
        ofType,
        partitionKey,
        foreign,
        partition,
        inherits,
        storage,
        null,
        replicaIdentity,
        clustering,
        comment);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.TABLE, name);
  }

  @Override
  public Table commented(@Nullable String text) {
    return new Table(
        name,
        ofType,
        partitionKey,
        foreign,
        partition,
        inherits,
        storage,
        rowSecurity,
        replicaIdentity,
        clustering,
        text);
  }
}
