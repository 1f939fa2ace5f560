package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.settings.LedgerSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmptyTablesTest {

  private Connection database;

  @BeforeEach
  void make() throws SQLException {
    database = Databases.empty();
  }

  @AfterEach
  void drop() throws SQLException {
    Databases.drop(database);
  }

  @Test
  void a_table_is_empty_when_it_has_no_row_whatever_the_statistics_say() throws SQLException {
    run(
        """
        CREATE TABLE full_one (a int); INSERT INTO full_one VALUES (1);
        CREATE TABLE emptied (a int); INSERT INTO emptied SELECT generate_series(1, 1000);
        ANALYZE emptied; DELETE FROM emptied;
        CREATE TABLE "New" (a int);
        """);
    assertThat(empty("public.full_one", "public.emptied", "public.\"New\""))
        .containsExactly("public.\"New\"", "public.emptied");
  }

  @Test
  void rows_of_a_partition_are_rows_of_the_whole() throws SQLException {
    run(
        """
        CREATE TABLE p (a int) PARTITION BY LIST (a);
        CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
        CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
        INSERT INTO p VALUES (1);
        """);
    assertThat(empty("public.p", "public.p1", "public.p2")).containsExactly("public.p2");
  }

  @Test
  void a_table_that_cannot_be_read_counts_as_having_rows_and_others_are_still_asked()
      throws SQLException {
    run(
        """
        CREATE TABLE hidden (a int); CREATE TABLE open (a int); CREATE TABLE guarded (a int);
        INSERT INTO guarded VALUES (1); ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
        CREATE ROLE reader_of_empty; GRANT SELECT ON open, guarded TO reader_of_empty;
        """);
    try {
      Connection reader = Databases.another(database);
      Databases.execute(reader, "SET SESSION AUTHORIZATION reader_of_empty");
      assertThat(empty(reader, "public.gone", "public.guarded", "public.hidden", "public.open"))
          .containsExactly("public.open");
    } finally {
      run("DROP OWNED BY reader_of_empty; DROP ROLE reader_of_empty");
    }
  }

  @Test
  void a_table_that_somebody_has_locked_is_not_waited_for() throws SQLException {
    run("CREATE TABLE t (a int)");
    try (Connection other = Databases.another(database)) {
      other.setAutoCommit(false);
      Databases.execute(other, "LOCK TABLE t");
      assertThat(empty("public.t")).isEmpty();
    }
  }

  private void run(String sql) throws SQLException {
    Databases.execute(database, sql);
  }

  private SortedSet<String> empty(String... tables) throws SQLException {
    return empty(Databases.another(database), tables);
  }

  private static SortedSet<String> empty(Connection connection, String... tables)
      throws SQLException {
    LedgerSettings.Preflight settings =
        new LedgerSettings.Preflight(Duration.ofSeconds(20), Duration.ofSeconds(5), 10, false);
    try (BoundedReading reading = new BoundedReading(connection, settings)) {
      return EmptyTables.among(reading, new TreeSet<>(Set.of(tables)));
    }
  }
}
