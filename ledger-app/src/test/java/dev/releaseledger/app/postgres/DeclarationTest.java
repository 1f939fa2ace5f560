package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.LoadFailure;
import dev.releaseledger.app.postgres.Declared.Loaded;
import dev.releaseledger.domain.plan.Rename;
import dev.releaseledger.domain.schema.ObjectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationTest {

  @Test
  void files_are_run_in_the_order_given() throws SQLException {
    Declared declared =
        load(
            new SqlFile("1.sql", "CREATE TABLE t (id int PRIMARY KEY);"),
            new SqlFile("2.sql", "CREATE TABLE u (t_id int REFERENCES t);"));
    assertThat(declared).isInstanceOf(Loaded.class);
    assertThat(((Loaded) declared).schema().objects())
        .containsKey(ObjectId.parse("constraint public.u.u_t_id_fkey"));
  }

  @Test
  void an_error_names_the_file_and_the_line_inside_a_long_statement() throws SQLException {
    String sql =
        "-- first\nCREATE TABLE ok (a int);\n\nCREATE TABLE t (\n  a int,\n  b nonsense\n);";
    LoadFailure failure = failure(new SqlFile("schema/t.sql", sql));
    assertThat(failure.file()).isEqualTo("schema/t.sql");
    assertThat(failure.line()).isEqualTo(6);
    assertThat(failure.message()).isEqualTo("type \"nonsense\" does not exist");
    assertThat(failure.sqlState()).isEqualTo("42704");
  }

  @Test
  void an_error_without_position_names_the_line_of_its_statement() throws SQLException {
    String sql = "CREATE TABLE t (a int);\n\nCREATE TABLE t (a int);";
    assertThat(failure(new SqlFile("t.sql", sql)).line()).isEqualTo(3);
  }

  @Test
  void settings_of_one_file_do_not_reach_the_next() throws SQLException {
    Declared declared =
        load(
            new SqlFile(
                "1.sql",
                "SELECT pg_catalog.set_config('search_path', '', false);\n"
                    + "CREATE TABLE public.t (a int);"),
            new SqlFile("2.sql", "CREATE VIEW v AS SELECT a FROM t;"));
    assertThat(declared).isInstanceOf(Loaded.class);
  }

  @Test
  void a_label_can_be_used_right_after_it_was_added() throws SQLException {
    String sql =
        "CREATE TYPE mood AS ENUM ('a');\nALTER TYPE mood ADD VALUE 'b';\n"
            + "CREATE TABLE t (m mood DEFAULT 'b');";
    assertThat(load(new SqlFile("t.sql", sql))).isInstanceOf(Loaded.class);
  }

  @Test
  void functions_may_use_what_comes_later() throws SQLException {
    String sql =
        "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM later';\n"
            + "CREATE TABLE later (a int);";
    assertThat(load(new SqlFile("t.sql", sql))).isInstanceOf(Loaded.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          \\connect other                | psql commands such as \\connect are not SQL
          BEGIN                          | BEGIN is transaction control
          commit                         | COMMIT is transaction control
          COPY t (a) FROM stdin          | COPY moves rows
          INSERT INTO t VALUES (1)       | INSERT changes rows
          GRANT SELECT ON t TO PUBLIC    | privileges are not governed
          alter role current_user set search_path = app | ALTER ROLE reaches beyond the database
          CREATE DATABASE other          | CREATE DATABASE reaches beyond the database
          """)
  void what_is_no_declaration_is_refused_by_name(String statement, String message)
      throws SQLException {
    LoadFailure failure =
        failure(new SqlFile("t.sql", "CREATE TABLE t (a int);\n" + statement + ";"));
    assertThat(failure.message()).startsWith(message);
    assertThat(failure.line()).isEqualTo(2);
  }

  @Test
  void a_declared_conversion_is_read_from_the_comment_beside_the_column() throws SQLException {
    String sql =
        "CREATE TABLE t (\n  -- ledger:using public.t.\"a b\": nullif(\"a b\", '')::int\n"
            + "  \"a b\" int\n);";
    Loaded loaded = (Loaded) load(new SqlFile("t.sql", sql));
    assertThat(loaded.conversions())
        .containsExactly(java.util.Map.entry("public.t.\"a b\"", "nullif(\"a b\", '')::int"));
  }

  @Test
  void a_rename_is_read_from_the_line_that_it_is_about() throws SQLException {
    String sql =
        """
        -- ledger:renamed-from old_mood
        CREATE TYPE mood AS ENUM (
          -- ledger:renamed-from 'un''happy'
          'sad');
        CREATE TABLE "T" ( -- ledger:renamed-from "Old"
          -- a comment of another kind

          -- ledger:renamed-from x
          "A b" int
        , b int CHECK (b > 0) -- ledger:renamed-from y
        , CONSTRAINT "K" UNIQUE (b) -- ledger:renamed-from k
        ); CREATE INDEX i ON "T" (b);
        ALTER TABLE "T" ADD COLUMN c int; -- ledger:renamed-from z
        -- ledger:renamed-from public.i: j
        """;
    assertThat(((Loaded) load(new SqlFile("t.sql", sql))).renames())
        .containsExactly(
            renamed("enum public.mood", null, "old_mood"),
            renamed("enum public.mood", "sad", "un'happy"),
            renamed("table public.\"T\"", null, "Old"),
            renamed("column public.\"T\".\"A b\"", null, "x"),
            renamed("column public.\"T\".b", null, "y"),
            renamed("constraint public.\"T\".\"K\"", null, "k"),
            renamed("column public.\"T\".c", null, "z"),
            renamed("index public.i", null, "j"));
  }

  @Test
  void a_rename_of_what_is_not_declared_is_refused() throws SQLException {
    LoadFailure failure =
        failure(
            new SqlFile("t.sql", "CREATE TABLE t (a int);\n-- ledger:renamed-from public.u: v\n"));
    assertThat(failure.line()).isEqualTo(2);
    assertThat(failure.message()).startsWith("renamed-from names nothing");
  }

  private static Rename renamed(String object, @Nullable String part, String former) {
    return new Rename(ObjectId.parse(object), part, former);
  }

  @Test
  void a_note_that_is_not_understood_is_refused() throws SQLException {
    LoadFailure failure = failure(new SqlFile("t.sql", "\n-- ledger:usin public.t.c: c::int"));
    assertThat(failure.line()).isEqualTo(2);
    assertThat(failure.message()).startsWith("not understood");
  }

  private static LoadFailure failure(SqlFile file) throws SQLException {
    Declared declared = load(file);
    assertThat(declared).isInstanceOf(LoadFailure.class);
    return (LoadFailure) declared;
  }

  private static Declared load(SqlFile... files) throws SQLException {
    Connection scratch = Databases.empty();
    try {
      return Declaration.load(scratch, List.of(files));
    } finally {
      Databases.drop(scratch);
    }
  }
}
