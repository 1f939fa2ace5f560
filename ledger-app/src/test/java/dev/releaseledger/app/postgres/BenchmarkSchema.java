package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.SqlFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema of any size: tables of ten columns, three indexes and one foreign key each, in ten
 * schemas.
 *
 * @param tables how many
 * @param changed whether with the twenty changes that are planned
 */
record BenchmarkSchema(int tables, boolean changed) {

  private static final int SCHEMAS = 10;
  private static final int CHANGES = 20;
  private static final int TABLES_A_FILE = 100;

  /** The declaration, file by file. */
  List<SqlFile> files() {
    List<SqlFile> files = new ArrayList<>();
    StringBuilder schemas = new StringBuilder();
    for (int i = 0; i < SCHEMAS; i++) {
      schemas.append("CREATE SCHEMA s%d;%n".formatted(i));
    }
    files.add(new SqlFile("0_schemas.sql", schemas.toString()));
    for (int first = 0; first < tables; first += TABLES_A_FILE) {
      StringBuilder sql = new StringBuilder();
      for (int i = first; i < Math.min(first + TABLES_A_FILE, tables); i++) {
        table(i, change(i), sql);
      }
      files.add(new SqlFile("tables_%05d.sql".formatted(first), sql.toString()));
    }
    return files;
  }

  /** Which of the changes is made to this table, or -1. */
  private int change(int table) {
    int every = Math.max(1, tables / CHANGES);
    return changed && table % every == 0 && table / every < CHANGES ? table / every % 10 : -1;
  }

  private static String name(int table) {
    return "s%d.t%d".formatted(table % SCHEMAS, table);
  }

  private static void table(int i, int change, StringBuilder sql) {
    String name = name(i);
    sql.append("CREATE TABLE ").append(name).append(" (\n  id bigint PRIMARY KEY,\n");
    sql.append("  parent bigint REFERENCES ").append(name(Math.max(0, i - 1))).append(",\n");
    sql.append(change == 0 ? "  code bigint NOT NULL,\n" : "  code integer NOT NULL,\n");
    sql.append(change == 1 ? "  label text NOT NULL,\n" : "  label text,\n");
    sql.append(change == 2 ? "  price numeric(14,2),\n" : "  price numeric(12,2),\n");
    sql.append(change == 3 ? "  state text,\n" : "  state text DEFAULT 'new',\n");
    sql.append("  seen timestamptz DEFAULT now(),\n  flags boolean[],\n  body jsonb,\n");
    sql.append(change == 4 ? "  extra uuid,\n" : "");
    sql.append(change == 5 ? "  CHECK (price >= 0),\n" : "");
    sql.append("  note character varying(200)\n);\n");
    sql.append("CREATE INDEX t%d_code ON %s (code);%n".formatted(i, name));
    if (change != 6) {
      sql.append("CREATE INDEX t%d_seen ON %s (seen, state);%n".formatted(i, name));
    }
    if (change == 7) {
      sql.append("CREATE INDEX t%d_note ON %s (lower(note));%n".formatted(i, name));
    }
    if (change == 8) {
      sql.append("COMMENT ON TABLE %s IS 'changed';%n".formatted(name));
    }
    if (change == 9) {
      sql.append("CREATE VIEW s0.v%d AS SELECT id, code FROM %s;%n".formatted(i, name));
    }
  }
}
