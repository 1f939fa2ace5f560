package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** A rule that rewrites statements on a table or view, and when it applies. */
public record RewriteRule(
    String name, ObjectId relation, String definition, TriggerState state, @Nullable String comment)
    implements SchemaObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.RULE, relation.identity() + "." + name);
  }

  @Override
  public RewriteRule commented(@Nullable String text) {
    return new RewriteRule(name, relation, definition, state, text);
  }

  @Override
  public ObjectId parent() {
    return relation;
  }
}
