package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands on each relation of a schema. */
final class Standing {

  private final Schema schema;
  private final Map<ObjectId, List<SchemaObject>> on = new TreeMap<>();

  Standing(Schema schema) {
    this.schema = schema;
    for (SchemaObject object : schema.objects().values()) {
      ObjectId parent = object.parent();
      if (parent != null) {
        on.computeIfAbsent(parent, key -> new ArrayList<>()).add(object);
      }
    }
  }

  private List<SchemaObject> on(ObjectId relation) {
    return on.getOrDefault(relation, List.of());
  }

  /** The index of this name, or the constraint whose index it is. */
  List<ObjectId> index(ObjectId relation, String name) {
    String index = Identifiers.beside(relation.identity(), name);
    return on(relation).stream()
        .filter(it ->
            it instanceof Constraint constraint && constraint.name().equals(name)
                || it instanceof Index && it.id().identity().equals(index))
        .map(SchemaObject::id)
        .toList();
  }

  List<ObjectId> columns(String table) {
    return on(new ObjectId(ObjectKind.TABLE, table)).stream()
        .filter(Column.class::isInstance)
        .map(SchemaObject::id)
        .toList();
  }

  /**
   * What has to be there before a table is tied to another one; foreign keys find each other later.
   */
  List<ObjectId> whatMeets(String table) {
    List<ObjectId> ids = new ArrayList<>();
    ids.add(new ObjectId(ObjectKind.TABLE, table));
    for (SchemaObject object : on(new ObjectId(ObjectKind.TABLE, table))) {
      boolean meets =
          switch (object) {
            case Column _ -> true;
            case Constraint it -> !Ddl.isForeignKey(it);
            case Index it -> it.valid() && !isPartOfUnfinished(it);
            default -> false;
          };
      if (meets) {
        ids.add(object.id());
      }
    }
    return ids;
  }

  /** The whole comes after the partitions are attached, and the part with it. */
  private boolean isPartOfUnfinished(Index part) {
    return part.partOf() != null
        && schema.find(new ObjectId(ObjectKind.INDEX, part.partOf())) instanceof Index whole
        && !whole.valid();
  }
}
