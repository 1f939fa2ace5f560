package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.Loaded;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.Questions;
import dev.releaseledger.domain.preflight.RowCheck;
import dev.releaseledger.domain.preflight.TableSize;
import dev.releaseledger.domain.preflight.TouchedTables;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target answers, when it has rows of every kind. */
class RowReadingTest {

  private static final LedgerSettings.Preflight SETTINGS =
      new LedgerSettings.Preflight(Duration.ofSeconds(30), Duration.ofSeconds(10), 100, true);

  @ParameterizedTest(name = "{0} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          id int primary key, c text | (1, null), (2, 'x'), (3, null) | id int primary key, c text not null | column public.t.c: 2 rows where c is NULL [id=1, id=3]
          id int primary key | (1) | id int primary key, c text not null | column public.t.c: 1 row without a value for it []
          id int primary key | (1) | id int primary key, c text not null default 'x' |
          id int primary key, "a b" int | (1, 0), (2, 5) | id int primary key, "a b" int constraint k check ("a b" > 0) | constraint public.t.k: 1 row breaking CHECK ("a b" > 0) [id=1]
          id int primary key, c int | (1, 1), (2, 1), (3, null), (4, null) | id int primary key, c int constraint k unique | constraint public.t.k: 2 rows like another one in c [id=1, id=2]
          c int | (1), (1), (1) | c int constraint k primary key | constraint public.t.k: 3 rows like another one in c []
          id int primary key, c int | (1, 7), (2, null) | id int primary key, c int constraint k references t | constraint public.t.k: 1 row referring to no row of public.t [id=1]
          id int primary key, c text | (1, 'abc'), (2, 'ab  '), (3, null) | id int primary key, c varchar(2) | column public.t.c: 1 row where c does not fit character varying(2) [id=1]
          id int primary key, c bigint | (1, 32767), (2, 32768), (3, null) | id int primary key, c smallint | column public.t.c: 1 row where c does not fit smallint [id=2]
          id int primary key, c float8 | (1, 32767.4), (2, 'NaN'), (3, 32767.6) | id int primary key, c smallint | column public.t.c: 2 rows where c does not fit smallint [id=2, id=3]
          id int primary key, c numeric | (1, 99.994), (2, 99.995), (3, 'NaN') | id int primary key, c numeric(4,2) | column public.t.c: 1 row where c does not fit numeric(4,2) [id=2]
          id int primary key, c text | (1, '12'), (2, 'twelve') | id int primary key, c int -- ledger:using public.t.c: trim(c)::integer | column public.t.c: at least 1 row where c does not fit integer []
          id int primary key, c int | (1, 1), (2, null) | id int primary key | column public.t.c: 1 row with a value going with it []
          id int primary key, c int | (1, 1), (2, 1) | id int primary key, c int, d int default 0, constraint k unique (c, d) | constraint public.t.k: 2 rows like another one in c, d [id=1, id=2]
          """)
  void rows_are_counted_that_tomorrow_does_not_accept(
      String before, String rows, String after, String expected) throws SQLException {
    Preflight preflight =
        ask(
            "CREATE TABLE t (" + before + "); INSERT INTO t VALUES " + rows,
            "CREATE TABLE t (\n" + after + "\n);");
    assertThat(preflight.checks().stream().filter(check -> check.rows() > 0))
        .extracting(check -> check.sentence() + " " + check.sampleKeys())
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest(name = "from {0} on: {1} -> {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          15 | id int primary key, c int | (1, 1), (3, null), (4, null) | id int primary key, c int, constraint k unique nulls not distinct (c) | constraint public.t.k: 2 rows like another one in c [id=3, id=4]
          16 | id int primary key, c text | (1, '12'), (2, 'twelve') | id int primary key, c int -- ledger:using public.t.c: c::integer | column public.t.c: 1 row where c does not fit integer [id=2]
          """)
  void newer_servers_count_more(
      int version, String before, String rows, String after, String expected) throws SQLException {
    assumeThat(Databases.majorVersion()).isGreaterThanOrEqualTo(version);
    rows_are_counted_that_tomorrow_does_not_accept(before, rows, after, expected);
  }

  @Test
  void an_index_with_a_predicate_looks_at_the_rows_it_will_have() throws SQLException {
    Preflight preflight =
        ask(
            "CREATE TABLE t (id int primary key, c text, gone boolean);"
                + "INSERT INTO t VALUES (1, 'A', false), (2, 'a', false), (3, 'B', true),"
                + "(4, 'b', false)",
            "CREATE TABLE t (id int primary key, c text, gone boolean);"
                + "CREATE UNIQUE INDEX i ON t (lower(c) COLLATE \"C\" text_pattern_ops DESC)"
                + " WHERE NOT gone;");
    assertThat(sentences(preflight))
        .containsExactly("index public.i: 2 rows like another one in lower(c) COLLATE \"C\"");
  }

  @Test
  void a_domain_that_becomes_stricter_is_asked_about_in_every_column() throws SQLException {
    Preflight preflight =
        ask(
            "CREATE DOMAIN d AS int; CREATE TABLE t (a d, b d); INSERT INTO t VALUES (0, 1)",
            "CREATE DOMAIN d AS int CONSTRAINT k CHECK (VALUE > 0); CREATE TABLE t (a d, b d);");
    assertThat(sentences(preflight))
        .containsExactly("domain public.d: 1 row of public.t whose a breaks CHECK (VALUE > 0)");
  }

  @Test
  void a_column_that_becomes_a_domain_of_the_same_plan_is_asked_about() throws SQLException {
    Preflight preflight =
        ask(
            "CREATE TABLE t (id int primary key, a int); INSERT INTO t VALUES (1, 0), (2, null)",
            "CREATE DOMAIN d AS int NOT NULL CONSTRAINT k CHECK (VALUE > 0);"
                + "CREATE TABLE t (id int primary key, a d);");
    assertThat(sentences(preflight))
        .containsExactly(
            "column public.t.a: 1 row of public.t whose a breaks CHECK (VALUE > 0)",
            "column public.t.a: 1 row of public.t where a is NULL");
  }

  @Test
  void a_dropped_table_says_how_many_rows_go() throws SQLException {
    Preflight preflight =
        ask("CREATE TABLE t (a int); INSERT INTO t SELECT generate_series(1, 5000); ANALYZE t", "");
    assertThat(sentences(preflight))
        .containsExactly("table public.t: about 5,000 rows going with it");
    assertThat(preflight.tables())
        .singleElement()
        .satisfies(size -> {
          assertThat(size.estimatedRows()).isEqualTo(5000);
          assertThat(size.bytes()).isGreaterThan(100_000);
        });
  }

  @Test
  void a_small_table_is_counted_whether_or_not_it_was_analyzed() throws SQLException {
    Preflight preflight = ask("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2), (3)", "");
    assertThat(preflight.tables()).extracting(TableSize::estimatedRows).containsExactly(3L);
  }

  @Test
  void a_large_table_is_estimated_from_its_pages() throws SQLException {
    Preflight preflight =
        ask("CREATE TABLE t (a int); INSERT INTO t SELECT generate_series(1, 5000)", "");
    assertThat(preflight.tables())
        .singleElement()
        .satisfies(size -> assertThat(size.estimatedRows()).isBetween(2_500L, 10_000L));
  }

  @Test
  void counting_ends_at_the_limit() throws SQLException {
    Preflight preflight =
        ask(
            "CREATE TABLE t (a int); INSERT INTO t SELECT null FROM generate_series(1, 500)",
            "CREATE TABLE t (a int NOT NULL);");
    assertThat(sentences(preflight))
        .containsExactly("column public.t.a: at least 100 rows where a is NULL");
  }

  @Test
  void what_cannot_be_asked_before_the_plan_has_run_is_told() throws SQLException {
    Preflight preflight =
        ask(
            "CREATE TABLE t (a int); INSERT INTO t VALUES (1)",
            "CREATE FUNCTION f(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 1';"
                + "CREATE TABLE t (a int CONSTRAINT k CHECK (f(a)));");
    assertThat(preflight.checks())
        .singleElement()
        .satisfies(check -> {
          assertThat(check.violated()).isFalse();
          assertThat(check.unfinished())
              .startsWith("it needs something that the plan has yet to make");
        });
  }

  @Test
  void a_check_names_the_step_that_it_is_about() throws SQLException {
    Preflight preflight =
        ask(
            "CREATE TABLE t (a int, b int)",
            "CREATE TABLE t (a int NOT NULL, b int CONSTRAINT k CHECK (b > 0));");
    assertThat(preflight.checks()).extracting(RowCheck::step).doesNotContain(0);
  }

  private static List<String> sentences(Preflight preflight) {
    return preflight.checks().stream()
        .filter(check -> check.rows() > 0)
        .map(RowCheck::sentence)
        .toList();
  }

  private static Preflight ask(String live, String declared) throws SQLException {
    Connection scratch = Databases.empty();
    Loaded target =
        (Loaded) Declaration.load(scratch, List.of(new SqlFile("schema.sql", declared)));
    Databases.drop(scratch);
    Connection database = Databases.with(live);
    try {
      Schema base = CatalogReader.read(database);
      SchemaPlan plan =
          Planning.plan(
              base,
              target.schema(),
              PlanSettings.defaults()
                  .on(Databases.majorVersion())
                  .converting(target.conversions()));
      try (BoundedReading reading = new BoundedReading(Databases.another(database), SETTINGS)) {
        return RowReading.read(
            reading,
            SETTINGS,
            plan,
            TouchedTables.between(base, target.schema()),
            Questions.between(base, target.schema(), plan.settings(), Renaming.NONE));
      }
    } finally {
      Databases.drop(database);
    }
  }
}
