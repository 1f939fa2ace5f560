package dev.releaseledger.app.memory;

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

/** The schema of a project in one of its versions: each has a column more than the one before. */
final class GrownSchema {

  static final int TABLES = 12;
  private static final int COLUMNS = 6;

  private GrownSchema() {}

  static Schema of(int project, int version) {
    List<SchemaObject> objects = new ArrayList<>();
    objects.add(new Namespace("public", null));
    for (int i = 0; i < TABLES; i++) {
      // In turn each table gets another column.
      int more = (version + TABLES - 1 - i) / TABLES;
      String table = "public.t" + i;
      objects.add(new Table(table, "table %d of project %d".formatted(i, project)));
      objects.add(column(table, "id", "bigint", true));
      for (int c = 0; c < COLUMNS; c++) {
        objects.add(
            column(table, "c" + c, c % 2 == 0 ? "text" : "timestamp with time zone", false));
      }
      for (int m = 1; m <= more; m++) {
        objects.add(column(table, "v" + m, m % 2 == 0 ? "integer" : "text", false));
      }
      objects.add(
          new Constraint(
              table,
              "t" + i + "_pkey",
              ConstraintType.PRIMARY_KEY,
              "PRIMARY KEY (id)",
              true,
              null));
      objects.add(
          new Index(
              "public.t%d_by_c0".formatted(i),
              new ObjectId(ObjectKind.TABLE, table),
              "CREATE INDEX t%d_by_c0 ON %s USING btree (c0)".formatted(i, table),
              true,
              null));
    }
    return Schema.of(objects, List.of());
  }

  private static Column column(String table, String name, String type, boolean notNull) {
    return new Column(table, name, type, notNull, null, null, null, null, null);
  }
}
