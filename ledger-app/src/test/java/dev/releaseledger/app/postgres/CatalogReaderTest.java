package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReaderTest {

  @Test
  void a_new_database_reads_as_empty() throws SQLException {
    assertThat(read("SELECT 1")).isEqualTo(Schema.empty());
  }

  @Test
  void a_database_without_public_lacks_it() throws SQLException {
    assertThat(Diff.differences(Schema.empty(), read("DROP SCHEMA public")))
        .extracting(Difference::text)
        .containsExactly("missing schema public");
  }

  @Test
  void what_an_extension_brings_belongs_to_it() throws SQLException {
    Schema schema = read("CREATE EXTENSION hstore");
    assertThat(schema.objects().keySet())
        .extracting(ObjectId::label)
        .containsExactly("schema public", "extension hstore");
    assertThat(schema.unread()).isEmpty();
  }

  @Test
  void the_settings_of_the_session_do_not_change_what_is_read() throws SQLException {
    String sql =
        "CREATE TABLE t (w timestamptz DEFAULT '2020-01-01 00:00:00+00', i interval DEFAULT '1"
            + " day')";
    Connection database = Databases.with(sql);
    Schema plain = CatalogReader.read(database);
    Databases.execute(
        database,
        "SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'ISO, DMY'; SET IntervalStyle = 'iso_8601';"
            + "SET search_path = 'pg_temp'; SET quote_all_identifiers = on");
    assertThat(CatalogReader.read(database)).isEqualTo(plain);
    Databases.drop(database);
  }

  @Test
  void the_sequence_inside_an_identity_column_is_a_part_of_the_column() throws SQLException {
    Schema schema = read("CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (START 5))");
    Column column = (Column) schema.objects().get(ObjectId.parse("column public.t.id"));
    assertThat(column).extracting(it -> it.identity()).isNotNull();
    assertThat(schema.objects()).doesNotContainKey(ObjectId.parse("sequence public.t_id_seq"));
  }

  @Test
  void the_order_of_columns_is_read_and_makes_no_difference() throws SQLException {
    Schema one = read("CREATE TABLE t (z int, a int)");
    Schema other = read("CREATE TABLE t (a int, z int)");
    assertThat(one.columnsOf("public.t")).extracting(Column::name).containsExactly("z", "a");
    assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
  }

  @Test
  void a_dropped_column_leaves_no_trace() throws SQLException {
    assertThat(read("CREATE TABLE t (a int, b int); ALTER TABLE t DROP b"))
        .isEqualTo(read("CREATE TABLE t (a int)"));
  }

  @Test
  void the_comment_on_a_composite_type_is_read() throws SQLException {
    Schema schema = read("CREATE TYPE c AS (a int); COMMENT ON TYPE c IS 'pair'");
    assertThat(schema.objects().get(ObjectId.parse("composite public.c")))
        .isEqualTo(
            new CompositeType(
                "public.c", List.of(new Attribute("a", "integer", null, null)), "pair"));
  }

  @Test
  void owners_and_privileges_are_outside_of_the_comparison() throws SQLException {
    assertThat(read("CREATE TABLE t (a int); GRANT SELECT ON t TO PUBLIC"))
        .isEqualTo(read("CREATE TABLE t (a int)"));
  }

  @Test
  void defaults_of_domains_do_not_depend_on_where_they_were_declared_from() throws SQLException {
    String function = "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';";
    assertThat(
            read(
                function
                    + "SET search_path = ''; CREATE DOMAIN public.d AS int DEFAULT public.f()"))
        .isEqualTo(read(function + "CREATE DOMAIN d AS int DEFAULT f()"));
  }

  @Test
  void a_role_without_privileges_reads_the_same() throws SQLException {
    Connection database =
        Databases.with(
            "CREATE TABLE t (id serial PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t;"
                + "DROP ROLE IF EXISTS reader; CREATE ROLE reader");
    Schema owner = CatalogReader.read(database);
    Databases.execute(database, "SET ROLE reader");
    assertThat(CatalogReader.read(database)).isEqualTo(owner);
    Databases.drop(database);
  }

  @Test
  void an_invalid_index_is_made_anew() throws SQLException {
    Connection database = Databases.with("CREATE TABLE t (a int); CREATE INDEX i ON t (a)");
    Schema valid = CatalogReader.read(database);
    Databases.execute(
        database, "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");
    Schema invalid = CatalogReader.read(database);
    Databases.drop(database);
    assertThat(Diff.differences(valid, invalid))
        .extracting(Difference::text)
        .containsExactly("index public.i: valid expected yes, found no");
    assertThat(Planning.plan(invalid, valid, PlanSettings.defaults()).steps())
        .extracting(step -> step.sql())
        .containsExactly(
            "CREATE INDEX CONCURRENTLY i_next ON public.t USING btree (a)",
            "DROP INDEX public.i",
            "ALTER INDEX public.i_next RENAME TO i");
  }

  @ParameterizedTest(name = "{1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p DEFAULT; ALTER TABLE ONLY p ADD CONSTRAINT k UNIQUE (a) | constraint | public.p.k
          CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p DEFAULT; CREATE TRIGGER s AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger(); ALTER TABLE q DISABLE TRIGGER s | trigger | public.q.s
          CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE u (a int REFERENCES t); ALTER TABLE u DISABLE TRIGGER ALL | constraint | public.u.u_a_fkey
          CREATE TABLE t (a int NOT NULL); CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t REPLICA IDENTITY USING INDEX i; DROP INDEX i | table | public.t
          CREATE TYPE s | shell type           | public.s
          CREATE FOREIGN DATA WRAPPER w OPTIONS (api_key 'x') | foreign data wrapper | w
          CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (password 'x') | foreign server | s
          CREATE OPERATOR #- (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int, COMMUTATOR = #+) | operator | public.#+
          """)
  void what_is_not_covered_is_found_and_named(String sql, String kind, String name)
      throws SQLException {
    assertThat(read(sql).unread())
        .extracting(unread -> unread.kind() + " " + unread.name())
        .containsExactly(kind + " " + name);
  }

  private static Schema read(String sql) throws SQLException {
    Connection database = Databases.with(sql);
    try {
      return CatalogReader.read(database);
    } finally {
      Databases.drop(database);
    }
  }
}
