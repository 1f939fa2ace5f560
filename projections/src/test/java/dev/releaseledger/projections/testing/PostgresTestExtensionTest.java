package dev.releaseledger.projections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@PostgresTest
class PostgresTestExtensionTest {

  private String seenBefore = "";

  @BeforeEach
  void remember(TestDatabase database) {
    seenBefore = database.name();
  }

  @RepeatedTest(2)
  void every_test_starts_on_an_empty_database(TestDatabase database) throws SQLException {
    database.execute("create table only_once (id int)");

    assertThat(query(database, "select count(*) from pg_tables where schemaname = 'public'"))
        .isEqualTo("1");
  }

  @Test
  void set_up_and_test_share_their_database(TestDatabase database) {
    assertThat(database.name()).isEqualTo(seenBefore);
  }

  @Test
  void a_test_can_have_several_databases(TestServer server) throws SQLException {
    TestDatabase one = server.createDatabase("orders");
    TestDatabase two = server.createDatabase("orders");
    one.execute("create table t (id int)");

    assertThat(query(two, "select to_regclass('t') is null")).isEqualTo("t");
  }

  @Test
  void a_database_is_gone_when_its_server_is_closed_even_while_connected(TestServer server)
      throws SQLException {
    TestServer own = server.another();
    TestDatabase database = own.createDatabase("gone");
    try (Connection connection = database.connect()) {
      own.close();

      assertThat(connection.isValid(1)).isFalse();
    }
    assertThatThrownBy(database::connect).hasMessageContaining("does not exist");
  }

  @Test
  void texts_are_utf8_and_sorted_by_code_point(TestDatabase database) throws SQLException {
    assertThat(
            query(
                database,
                "select current_setting('server_encoding') || ' ' || datcollate from pg_database"
                    + " where datname = current_database()"))
        .isEqualTo("UTF8 C");
  }

  @Test
  void a_wrong_password_is_refused(TestDatabase database) {
    assertThatThrownBy(
            () -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong").close())
        .hasMessageContaining("authentication failed");
  }

  private static String query(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
