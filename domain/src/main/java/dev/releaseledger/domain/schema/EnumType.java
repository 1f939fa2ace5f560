package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enum, with its labels in their order. */
public record EnumType(String name, List<String> labels, @Nullable String comment)
    implements SchemaObject {

  public EnumType {
    labels = List.copyOf(labels);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.ENUM, name);
  }

  @Override
  public EnumType commented(@Nullable String text) {
    return new EnumType(name, labels, text);
  }
}
