package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A view: its query, its options as the server stores them, and the columns it shows. */
public record View(
    String name,
    String query,
    List<String> options,
    List<Attribute> columns,
    @Nullable String comment)
    implements SchemaObject {

  public View {
    options = List.copyOf(options);
    columns = List.copyOf(columns);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.VIEW, name);
  }

  @Override
  public View commented(@Nullable String text) {
    return new View(name, query, options, columns, text);
  }
}
