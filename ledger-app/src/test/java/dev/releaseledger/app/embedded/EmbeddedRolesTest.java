package dev.releaseledger.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedRolesTest {

  @TempDir static Path data;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(data);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @ParameterizedTest
  @EnumSource
  void every_role_makes_what_it_needs_in_its_database(ServerRole role) throws SQLException {
    run(postgres.access(role), "create schema of_" + role.roleName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set role ledger_owner",
        "drop schema public cascade",
        "drop table kept",
        "update kept set id = 2",
        "alter table kept disable trigger all",
        "create trigger t before insert on kept execute function now()",
        "alter database ledger owner to ledger",
        "alter role ledger_owner password 'x'",
        "grant ledger_owner to ledger",
        "set session_replication_role = replica"
      })
  void the_service_does_not_own_what_the_owner_has_made(String sql) throws SQLException {
    run(
        postgres.access(ServerRole.OWNER),
        "create table if not exists kept (id int)",
        "grant select, insert on kept to ledger");

    assertThatThrownBy(() -> run(postgres.access(ServerRole.LEDGER), sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isIn("42501", "0P000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy (select 1) to program 'cat'",
        "copy pg_temp.t from program 'id'",
        "select pg_read_file('PG_VERSION')",
        "select lo_import('/etc/passwd')",
        "create role more superuser",
        "create extension dblink",
        "alter role ledger password 'x'",
        "set role postgres",
        "alter system set fsync = off"
      })
  void declared_sql_reaches_nothing_outside_its_database(String sql) {
    assertThatThrownBy(() ->
            run(
                postgres.access(ServerRole.SCRATCH),
                "create temp table if not exists t (x text)",
                sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isIn("42501", "0P000"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SCRATCH", "TARGET"})
  void only_the_ledger_connects_to_the_ledgers_database(ServerRole stranger) {
    assertThatThrownBy(() -> postgres.access("ledger", stranger).connect().close())
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void the_scratch_role_makes_and_drops_databases() throws SQLException {
    run(postgres.access(ServerRole.SCRATCH), "create database s1 template template0");
    run(postgres.access("s1", ServerRole.SCRATCH), "create extension citext");
    run(postgres.access(ServerRole.SCRATCH), "drop database s1 with (force)");
  }

  @Test
  void a_database_is_made_once_for_its_owner() throws SQLException {
    Access first = postgres.ensureDatabase("Shop \"dev\"/1", ServerRole.TARGET);
    run(first, "create table t (id int)");
    Access second = postgres.ensureDatabase("Shop \"dev\"/1", ServerRole.TARGET);

    assertThat(second).isEqualTo(first);
    run(second, "table t");
    assertThatThrownBy(
            () -> postgres.access("Shop \"dev\"/1", ServerRole.SCRATCH).connect().close())
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void a_database_name_that_postgres_would_cut_off_is_refused() {
    assertThatThrownBy(() -> postgres.ensureDatabase("x".repeat(64), ServerRole.TARGET))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("63");
  }

  @Test
  void the_wrong_password_is_refused() {
    assertThatThrownBy(
            () -> new Access(postgres.jdbcUrl("ledger"), "ledger", "wrong").connect().close())
        .hasMessageContaining("authentication failed");
  }

  private static void run(Access access, String... statements) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
