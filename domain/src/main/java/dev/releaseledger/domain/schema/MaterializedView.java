package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A materialized view: its query and the columns it stores. */
public record MaterializedView(
    String name, String query, List<Attribute> columns, @Nullable String comment)
    implements SchemaObject {

  public MaterializedView {

    columns = List.copyOf(columns);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.MATERIALIZED_VIEW, name);
  }

  @Override
  public MaterializedView commented(@Nullable String text) {
    return new MaterializedView(name, query, columns, text);
  }
}
