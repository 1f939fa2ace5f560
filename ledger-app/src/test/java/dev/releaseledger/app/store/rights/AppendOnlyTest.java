package dev.releaseledger.app.store.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.port.AppendOnly;
import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.store.LedgerRoles;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.app.store.Tampering;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role of the service cannot do to what is recorded. */
@PostgresTest
class AppendOnlyTest {

  private static TestDatabase database;
  private static LedgerRoles roles;
  private static RunningLedger service;

  @BeforeAll
  static void start(TestDatabase its) {
    database = its;
    roles = LedgerRoles.in(database);
    service = RunningLedger.as(roles, "node-1");
    long unused = new Operator(service.ledger(), "shop", "prod").create(0);
    String kept = service.the(Artifacts.class).put("note", "kept");
    assertThat(kept).isNotEmpty();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static List<String> recorded() {
    List<String> tables =
        service
            .jdbc()
            .sql(
                "select relname from pg_class where relkind = 'r' and relname in (:names)"
                    + " and relnamespace = current_schema()::regnamespace order by 1")
            .param("names", TableRights.APPENDED.tables())
            .query(String.class)
            .list();
    assertThat(tables).containsExactlyInAnyOrderElementsOf(TableRights.APPENDED.tables());
    return tables;
  }

  private static String firstColumn(String table) {
    return service
        .jdbc()
        .sql(
            "select attname from pg_attribute where attrelid = ?::regclass"
                + " and attnum > 0 and attidentity = '' order by attnum limit 1")
        .param(table)
        .query(String.class)
        .single();
  }

  private static void run(DataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void requireRefused(DataSource source, String... statements) {
    assertThatThrownBy(() -> run(source, statements))
        .as("%s", List.of(statements))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update %1$s set %2$s = %2$s",
        "update only %1$s set %2$s = null where false",
        "delete from %1$s",
        "delete from %1$s where false",
        "truncate %1$s",
        "truncate %1$s cascade",
        "merge into %1$s t using %1$s s on t.%2$s = s.%2$s when matched then delete",
        "select * from %1$s for update",
        "select * from %1$s for share",
        "begin; lock table %1$s in share mode",
        "drop table %1$s",
        "drop table %1$s cascade",
        "alter table %1$s add column more int",
        "alter table %1$s drop column %2$s",
        "alter table %1$s rename to gone",
        "alter table %1$s rename column %2$s to gone",
        "alter table %1$s set schema pg_temp",
        "alter table %1$s owner to current_user",
        "alter table %1$s disable trigger append_only",
        "alter table %1$s disable trigger all",
        "alter table %1$s enable row level security",
        "drop trigger append_only on %1$s",
        "alter trigger append_only on %1$s rename to gone",
        "create trigger mine before insert on %1$s execute function ledger_append_only()",
        "create rule mine as on insert to %1$s do instead nothing",
        "create policy mine on %1$s",
        "create index mine on %1$s (%2$s)",
        "create table mine (x text references %1$s)",
        "create table mine () inherits (%1$s)",
        "comment on table %1$s is 'mine'",
        "create statistics mine on ctid, %2$s from %1$s"
      })
  void the_service_changes_no_table_of_what_is_recorded(String sql) {
    for (String table : recorded()) {
      String statement = sql.formatted(table, firstColumn(table));
      if (sql.startsWith("create statistics")) {
        statement = "create statistics mine (ndistinct) on " + columns(table) + " from " + table;
      }
      requireRefused(roles.service(), statement);
    }
  }

  private static String columns(String table) {
    return String.join(
        ", ",
        service
            .jdbc()
            .sql(
                "select attname from pg_attribute where attrelid = ?::regclass"
                    + " and attnum in (1, 2) order by attnum")
            .param(table)
            .query(String.class)
            .list());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set session_replication_role = replica",
        "select setval('ledger_position', 1)",
        "alter sequence ledger_position restart",
        "drop sequence ledger_position",
        "drop function ledger_append_only() cascade",
        "alter function ledger_append_in_turn() owner to current_user",
        "create or replace function ledger_append_only() returns trigger language plpgsql"
            + " as 'begin return null; end'",
        "drop schema public cascade",
        "alter schema public owner to current_user",
        "delete from ledger_migration",
        "insert into ledger_migration select * from ledger_migration",
        "alter system set fsync = off",
        "insert into artifact (digest, kind, content)"
            + " select digest, kind, content from artifact"
            + " on conflict (digest) do update set content = ''"
      })
  void the_service_gets_around_it_in_no_other_way(String sql) {
    requireRefused(roles.service(), sql);
  }

  @Test
  void the_service_grants_itself_nothing() throws SQLException {
    for (String table : recorded()) {
      // What cannot be granted is left out with a warning.
      run(roles.service(), "grant all on " + table + " to current_user");
      assertThat(
              service
                  .jdbc()
                  .sql("select has_table_privilege(?, 'update, delete, truncate, trigger')")
                  .param(table)
                  .query(Boolean.class)
                  .single())
          .as(table)
          .isFalse();
    }
  }

  @Test
  void the_service_does_not_become_the_owner() {
    for (String sql :
        List.of(
            "set role " + roles.ownerName(),
            "set session authorization " + roles.ownerName(),
            "grant " + roles.ownerName() + " to " + roles.serviceName(),
            "alter role " + roles.ownerName() + " password 'mine'",
            "reassign owned by " + roles.ownerName() + " to " + roles.serviceName(),
            "alter database " + database.name() + " owner to " + roles.serviceName(),
            "drop database " + database.name(),
            "create role mine")) {
      requireRefused(roles.service(), sql);
    }
  }

  @Test
  void the_owner_and_a_superuser_are_stopped_by_the_trigger() {
    for (String table : recorded()) {
      String column = firstColumn(table);
      for (String sql :
          List.of(
              "update %s set %s = %s".formatted(table, column, column),
              "delete from " + table,
              "truncate " + table + " cascade")) {
        for (DataSource source : List.of(roles.owner(), database.dataSource())) {
          assertThatThrownBy(() -> run(source, sql))
              .hasMessageContaining("is append-only")
              .hasMessageContaining("is refused");
        }
        assertThatThrownBy(
                () -> run(database.dataSource(), "set session_replication_role = replica", sql))
            .hasMessageContaining("is append-only");
      }
    }
  }

  @Test
  void what_an_administrator_alters_all_the_same_is_found_where_it_is_read() throws SQLException {
    Artifacts artifacts = service.the(Artifacts.class);
    String digest = artifacts.put("note", "before");

    Tampering.with(
        database, "update artifact set content = 'after' where digest = '" + digest + "'");

    assertThatThrownBy(() -> artifacts.get(digest)).hasMessageContaining("has been altered");
    requireRefused(roles.owner(), "update artifact set content = 'before'");
  }

  @Test
  void the_service_knows_that_it_cannot() {
    AppendOnly known = service.the(AppendOnly.class);

    assertThat(known.gaps()).isEmpty();
    assertThat(known.held()).isTrue();
  }

  @Test
  void each_way_to_change_what_is_recorded_is_told() throws SQLException {
    String it = roles.serviceName();
    requireGap("grant update on artifact to " + it, "it may update artifact");
    requireGap("grant update (kind) on artifact to " + it, "it may update artifact");
    requireGap("grant delete on ledger_event to public", "it may delete ledger_event");
    requireGap("grant truncate on ledger_event to " + it, "it may truncate ledger_event");
    requireGap("grant trigger on ledger_event to " + it, "it may trigger ledger_event");
    requireGap("grant pg_write_all_data to " + it, "it may update artifact, ledger_");
    requireGap("grant pg_write_server_files to " + it, "it may act as pg_write_server_files");
    requireGap(
        "grant " + roles.ownerName() + "_group to " + it, "it may delete artifact, ledger_event");
    requireGap("alter role " + it + " createrole", "it may make roles");
    requireGap("alter role " + it + " superuser", "it is a superuser");
    requireGap("alter schema public owner to " + it, "it may act as the owner of the schema");
    requireGap(
        "alter database " + database.name() + " owner to " + it,
        "it may act as the owner of the database");
    requireGap("alter table artifact owner to " + it, "it may act as the owner of artifact");
    requireGap("alter table artifact disable trigger append_only", "is not on for artifact");
    requireGap("alter table artifact enable replica trigger append_only", "is not on for artifact");
    requireGap("drop trigger append_only on artifact", "is not on for artifact");
  }

  /** Does it, sees that it is told, and takes it back. */
  private static void requireGap(String sql, String told) throws SQLException {
    String it = roles.serviceName();
    String owner = roles.ownerName();
    String group = owner + "_group";
    database.execute(
        "create role " + group + "; grant delete on artifact, ledger_event to " + group);
    try {
      database.execute(sql);
      List<String> gaps = new ArrayList<>(service.the(AppendOnly.class).gaps());
      assertThat(gaps).as(sql).anyMatch(gap -> gap.contains(told));
    } finally {
      database.execute(
          """
          alter role %1$s nosuperuser nocreaterole;
          revoke pg_write_all_data, pg_write_server_files from %1$s;
          drop owned by %3$s; drop role %3$s;
          revoke delete on ledger_event from public;
          alter schema public owner to %2$s; grant usage on schema public to %1$s;
          alter database %4$s owner to %2$s;
          """
              .formatted(it, owner, group, database.name()));
      LedgerMigration.run(roles.migrations().load(), service.connections());
    }
    assertThat(service.the(AppendOnly.class).gaps()).as("after " + sql).isEmpty();
  }
}
