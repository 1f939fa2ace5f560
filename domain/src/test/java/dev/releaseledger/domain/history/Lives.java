package dev.releaseledger.domain.history;

import dev.releaseledger.domain.plan.Rename;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Small schemas, and the words for what becomes of them. */
final class Lives {

  private Lives() {}

  static Schema schema(SchemaObject... objects) {
    List<SchemaObject> all = new ArrayList<>(List.of(new Namespace("public", null)));
    all.addAll(List.of(objects));
    return Schema.of(all, List.of());
  }

  static Table table(String name) {
    return new Table(name, null);
  }

  static Column column(String table, String name, String type) {
    return new Column(table, name, type, false, null, null, null, null, null);
  }

  static Constraint foreignKey(String table, String name, String definition) {
    return new Constraint(table, name, ConstraintType.FOREIGN_KEY, definition, true, null);
  }

  static Constraint check(String table, String name, String condition) {
    return new Constraint(
        table, name, ConstraintType.CHECK, "CHECK (" + condition + ")", true, null);
  }

  static Index index(String name, String table, String column) {
    return new Index(
        name,
        new ObjectId(ObjectKind.TABLE, table),
        "CREATE INDEX %s ON %s USING btree (%s)"
            .formatted(name.substring(name.indexOf('.') + 1), table, column),
        true,
        null);
  }

  static Rename renamed(ObjectKind kind, String now, String former) {
    return new Rename(new ObjectId(kind, now), null, former);
  }

  /** The versions in words: what became of each object and of its parts. */
  static List<String> told(Schema base, Schema target, Rename... renames) {
    return SchemaHistory.between(base, target, Continuity.of(List.of(renames), base, target))
        .stream()
        .map(Lives::words)
        .toList();
  }

  private static String words(ObjectVersion version) {
    String former = version.former() == null ? "" : " from " + version.former().identity();
    return version.kind().name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + version.object().label()
        + former
        + ": "
        + String.join("; ", version.parts().stream().map(Lives::words).toList());
  }

  private static String words(PartChange change) {
    String aspects =
        change.kind() == PartKind.CHANGED
            ? " "
                + String.join(
                    ", ",
                    change.aspects().stream()
                        .map(it -> it.aspect() + " " + it.before() + " -> " + it.after())
                        .toList())
            : "";
    return change.kind().name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + change.part().label()
        + aspects;
  }
}
