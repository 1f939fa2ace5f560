package dev.releaseledger.app.history;

import dev.releaseledger.domain.history.Wholes;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A schema as far as it is about some tables. */
public final class Narrowing {

  private Narrowing() {}

  /** The tables of this name; a name without a schema stands for the table in any schema. */
  public static List<ObjectId> tables(Schema schema, String asked) {
    return schema.objects().keySet().stream()
        .filter(id -> id.kind() == ObjectKind.TABLE && isCalled(id, asked))
        .toList();
  }

  /** Whether an object is meant by a name as people write it. */
  static boolean isCalled(ObjectId id, String asked) {
    QualifiedName name = QualifiedName.of(id);
    QualifiedName wanted = QualifiedName.parse(asked.strip());
    return id.identity().equals(asked.strip())
        || (isSame(name.last(), wanted.last())
            && (wanted.container().isEmpty() || isSame(name.container(), wanted.container()))
            && (wanted.arguments().isEmpty() || wanted.arguments().equals(name.arguments())));
  }

  private static boolean isSame(String name, String wanted) {
    String plain = QualifiedName.plain(name);
    return plain.equals(QualifiedName.plain(wanted))
        || (!wanted.startsWith("\"") && plain.equals(wanted.toLowerCase(Locale.ROOT)));
  }

  /** The objects of these tables, with their parts and the sequences they own. */
  public static List<SchemaObject> objects(Schema schema, Collection<ObjectId> tables) {
    List<SchemaObject> objects = new ArrayList<>();
    tables.forEach(table -> objects.addAll(Wholes.withParts(table, schema)));
    return objects;
  }

  /** The script that makes these tables where all else is there already. */
  public static String script(Schema schema, Collection<ObjectId> tables) {
    SortedMap<ObjectId, SchemaObject> around = new TreeMap<>();
    schema
        .objects()
        .forEach((id, object) -> {
          if (object instanceof Namespace) {
            around.put(id, object);
          }
        });
    SortedMap<ObjectId, SchemaObject> whole = new TreeMap<>(around);
    objects(schema, tables).forEach(object -> whole.put(object.id(), object));
    return Planning.plan(of(schema, around), of(schema, whole), PlanSettings.defaults())
        .steps()
        .stream()
        .map(Step::sql)
        .map(sql -> sql + ";\n")
        .collect(Collectors.joining("\n"));
  }

  private static Schema of(Schema schema, SortedMap<ObjectId, SchemaObject> objects) {
    return new Schema(
        objects,
        schema.dependencies().stream()
            .filter(it -> isThere(it.from(), objects) && isThere(it.on(), objects))
            .collect(Collectors.toCollection(TreeSet<Dependency>::new)),
        schema.columnOrder(),
        List.of());
  }

  /** The default of a column and the tie of a sequence come with what they are of. */
  private static boolean isThere(ObjectId id, SortedMap<ObjectId, SchemaObject> objects) {
    return switch (id.kind()) {
      case COLUMN_DEFAULT -> objects.containsKey(new ObjectId(ObjectKind.COLUMN, id.identity()));
      case OWNERSHIP -> objects.containsKey(new ObjectId(ObjectKind.SEQUENCE, id.identity()));
      default -> objects.containsKey(id);
    };
  }
}
