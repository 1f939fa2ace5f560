package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** An installed extension; what it brings along belongs to it and is not listed. */
public record Extension(String name, String schema, String version, @Nullable String comment)
    implements SchemaObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.EXTENSION, name);
  }

  @Override
  public Extension commented(@Nullable String text) {
    return new Extension(name, schema, version, text);
  }
}
