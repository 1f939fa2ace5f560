package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A materialized view: its query and the columns it stores.
 *
 * @param storage how it is stored, or null when that is as usual
 * @param clustering the index by which it was last told to be clustered
 */
public record MaterializedView(
    String name,
    String query,
    List<Attribute> columns,
    @Nullable TableStorage storage,
    @Nullable String clustering,
    @Nullable String comment)
    implements SchemaObject {

  public MaterializedView {
    columns = List.copyOf(columns);
  }

  /** A materialized view that is stored as usual. */
  public MaterializedView(
      String name, String query, List<Attribute> columns, @Nullable String comment) {
    this(name, query, columns, null, null, comment);
  }

  /** What names the index it is clustered on. */
  public ObjectId clusteringId() {
    return new ObjectId(ObjectKind.CLUSTERING, name);
  }

  /** The same view without its tie to an index. */
  public MaterializedView untied() {
    return new MaterializedView(name, query, columns, storage, null, comment);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.MATERIALIZED_VIEW, name);
  }

  @Override
  public MaterializedView commented(@Nullable String text) {
    return new MaterializedView(name, query, columns, storage, clustering, text);
  }
}
