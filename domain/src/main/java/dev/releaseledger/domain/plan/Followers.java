package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds constraints, indexes and sequences whose names the server made of the name of a table or a
 * column that is renamed: declared anew they are made of the new name, and are still the same.
 */
final class Followers {

  private final Schema base;
  private final Schema target;
  private final Renaming renaming;
  private final List<Rename> renames;

  Followers(Schema base, Schema target, Renaming renaming, List<Rename> renames) {
    this.base = base;
    this.target = target;
    this.renaming = renaming;
    this.renames = renames;
  }

  List<Rename> all() {
    List<Rename> followers = new ArrayList<>();
    Map<String, String> tables = tables();
    if (tables.isEmpty()) {
      return followers;
    }
    for (SchemaObject object : base.objects().values()) {
      String table = tableOf(object);
      if (table != null && tables.containsKey(table)) {
        Rename follower = follower(object.id(), table, tables.get(table));
        if (follower != null) {
          followers.add(follower);
        }
      }
    }
    return followers;
  }

  /** The tables that are renamed or have a renamed column: their new names by the old ones. */
  private Map<String, String> tables() {
    Map<String, String> tables = new TreeMap<>();
    for (Rename rename : renames) {
      String table =
          switch (rename.object().kind()) {
            case TABLE -> rename.object().identity();
            case COLUMN -> QualifiedName.of(rename.object()).container();
            default -> "";
          };
      if (!table.isEmpty()) {
        tables.put(renaming.formerContainer(table), table);
      }
    }
    return tables;
  }

  private static @Nullable String tableOf(SchemaObject object) {
    return switch (object) {
      case Constraint it -> it.table();
      case Index it when it.relation().kind() == ObjectKind.TABLE -> it.relation().identity();
      case Sequence it when it.ownedBy() != null -> QualifiedName.parse(it.ownedBy()).container();
      default -> null;
    };
  }

  private @Nullable Rename follower(ObjectId id, String oldTable, String newTable) {
    QualifiedName name = QualifiedName.of(id);
    String plain = QualifiedName.plain(name.last());
    String followed = follow(plain, oldTable, newTable);
    boolean part = id.kind() == ObjectKind.CONSTRAINT;
    String container = part ? newTable : QualifiedName.parse(newTable).container();
    ObjectId now = new ObjectId(id.kind(), name.with(container, QualifiedName.quoted(followed)));
    ObjectId stays = new ObjectId(id.kind(), name.with(container, name.last()));
    boolean comes = target.find(now) != null && target.find(stays) == null;
    boolean declared = renames.stream().anyMatch(it -> it.object().equals(now));
    return followed.equals(plain) || !comes || declared ? null : new Rename(now, null, plain);
  }

  private String follow(String name, String oldTable, String newTable) {
    String before = QualifiedName.plain(QualifiedName.parse(oldTable).last()) + "_";
    if (!name.startsWith(before)) {
      return name;
    }
    String rest = "_" + name.substring(before.length()) + "_";
    for (Rename rename : renames) {
      QualifiedName column = QualifiedName.of(rename.object());
      if (rename.object().kind() == ObjectKind.COLUMN && column.container().equals(newTable)) {
        rest =
            rest.replace(
                "_" + rename.former() + "_", "_" + QualifiedName.plain(column.last()) + "_");
      }
    }
    return QualifiedName.plain(QualifiedName.parse(newTable).last())
        + rest.substring(0, rest.length() - 1);
  }
}
