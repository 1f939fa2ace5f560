package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A domain with its constraints, sorted by name. */
public record DomainType(
    String name,
    String type,
    boolean notNull,
    @Nullable String defaultValue,
    @Nullable String collation,
    List<DomainConstraint> constraints,
    @Nullable String comment)
    implements SchemaObject {

  public DomainType {
    constraints = List.copyOf(constraints);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.DOMAIN, name);
  }

  @Override
  public DomainType commented(@Nullable String text) {
    return new DomainType(name, type, notNull, defaultValue, collation, constraints, text);
  }
}
