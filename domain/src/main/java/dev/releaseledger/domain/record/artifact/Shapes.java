package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that a plan leads from and to on one connection.
 *
 * @param base what the database was, or null where the ledger does not have it
 */
public record Shapes(@Nullable Schema base, Schema target) {

  /** Kinds of which the name is that of the table they are a part of. */
  private static final List<ObjectKind> OF_TABLE =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.ATTACHMENT,
          ObjectKind.REPLICA_IDENTITY,
          ObjectKind.CLUSTERING,
          ObjectKind.TYPING);

  private static final List<ObjectKind> OF_COLUMN =
      List.of(ObjectKind.COLUMN, ObjectKind.COLUMN_DEFAULT);

  /** The tables that objects are parts of, by the objects as steps name them. */
  Map<String, String> tables() {
    Map<String, String> tables = new HashMap<>();
    Stream.of(base, target)
        .filter(Objects::nonNull)
        .flatMap(schema -> schema.objects().values().stream())
        .forEach(object -> put(tables, object));
    return tables;
  }

  private static void put(Map<String, String> tables, SchemaObject object) {
    ObjectId parent = object.parent();
    if (object instanceof Table table) {
      tables.put(table.id().label(), table.name());
    } else if (parent != null && parent.kind() == ObjectKind.TABLE) {
      tables.put(object.id().label(), parent.identity());
    }
  }

  /** The table that an object is a part of as its own name tells, or null. */
  static @Nullable String tableIn(String object) {
    for (ObjectKind kind : OF_TABLE) {
      if (object.startsWith(kind.label() + " ")) {
        return object.substring(kind.label().length() + 1);
      }
    }
    for (ObjectKind kind : OF_COLUMN) {
      if (object.startsWith(kind.label() + " ")) {
        return QualifiedName.parse(object.substring(kind.label().length() + 1)).container();
      }
    }
    return null;
  }
}
