package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A composite type, with its attributes in their order. */
public record CompositeType(String name, List<Attribute> attributes, @Nullable String comment)
    implements SchemaObject {

  public CompositeType {
    attributes = List.copyOf(attributes);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.COMPOSITE, name);
  }

  @Override
  public CompositeType commented(@Nullable String text) {
    return new CompositeType(name, attributes, text);
  }
}
