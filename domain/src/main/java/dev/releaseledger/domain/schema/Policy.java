package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row security policy.
 *
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param permissive whether it allows by itself, or restricts what others allow
 * @param roles who it is for, sorted and quoted as SQL needs it
 * @param using which rows there are for them, or null
 * @param check which rows they may write, or null
 */
public record Policy(
    String table,
    String name,
    String command,
    boolean permissive,
    List<String> roles,
    @Nullable String using,
    @Nullable String check,
    @Nullable String comment)
    implements SchemaObject {

  public Policy {
    roles = List.copyOf(roles);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.POLICY, table + "." + name);
  }

  @Override
  public Policy commented(@Nullable String text) {
    return new Policy(table, name, command, permissive, roles, using, check, text);
  }

  @Override
  public ObjectId parent() {
    return new ObjectId(ObjectKind.TABLE, table);
  }
}
