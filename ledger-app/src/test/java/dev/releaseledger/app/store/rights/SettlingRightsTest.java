package dev.releaseledger.app.store.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.port.AppendOnly;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.port.Projections.Verification;
import dev.releaseledger.app.store.LedgerRoles;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who owns what after a start, whatever was before. */
@PostgresTest
class SettlingRightsTest {

  private static void settle(LedgerRoles roles) {
    LedgerMigration.run(roles.migrations().load(), roles.service());
  }

  private static List<String> texts(TestDatabase database, String sql, String... parameters) {
    return JdbcClient.create(database.dataSource())
        .sql(sql)
        .params((Object[]) parameters)
        .query(String.class)
        .list();
  }

  private static List<String> tables(TestDatabase database) {
    return texts(database, "select tablename from pg_tables where schemaname = 'public'");
  }

  private static void requireSettled(LedgerRoles roles) {
    TestDatabase database = roles.database();
    for (String table : tables(database)) {
      String owner = TableRights.OWNED.has(table) ? roles.serviceName() : roles.ownerName();
      assertThat(
              texts(
                  database,
                  "select tableowner from pg_tables where schemaname = 'public' and tablename = ?",
                  table))
          .as(table)
          .containsExactly(owner);
    }
    assertThat(
            texts(
                database,
                "select proname from pg_proc where pronamespace = 'public'::regnamespace"
                    + " and pg_get_userbyid(proowner) <> ?",
                roles.ownerName()))
        .isEmpty();
    assertThat(
            texts(
                database,
                "select relname from pg_class c where relkind = 'S' and relnamespace ="
                    + " 'public'::regnamespace and case relkind when 'S' then"
                    + " has_sequence_privilege(?, c.oid, 'update') end",
                roles.serviceName()))
        .isEmpty();
  }

  @Test
  void every_table_is_in_exactly_one_class(TestDatabase database) {
    settle(LedgerRoles.in(database));

    assertThat(tables(database))
        .isNotEmpty()
        .allSatisfy(table -> assertThat(TableRights.of(table)).as(table).hasSize(1));
  }

  @Test
  void every_function_that_is_taken_over_is_one_that_migrations_made(TestDatabase database) {
    settle(LedgerRoles.in(database));

    assertThat(
            texts(
                database,
                "select oid::regprocedure::text from pg_proc"
                    + " where pronamespace = 'public'::regnamespace"))
        .containsExactlyInAnyOrderElementsOf(Granting.FUNCTIONS);
  }

  @Test
  void a_new_database_is_settled_with_the_first_start(TestDatabase database) {
    LedgerRoles roles = LedgerRoles.in(database);

    settle(roles);

    requireSettled(roles);
  }

  @Test
  void a_second_start_touches_nothing(TestDatabase database) {
    LedgerRoles roles = LedgerRoles.in(database);
    settle(roles);
    String versions =
        """
        select 'class ' || relname || ' ' || xmin from pg_class
        where relnamespace = 'public'::regnamespace
        union all select 'trigger ' || tgrelid::regclass || ' ' || xmin from pg_trigger
        union all select 'function ' || proname || ' ' || xmin from pg_proc
        where pronamespace = 'public'::regnamespace
        union all select 'schema ' || nspname || ' ' || xmin from pg_namespace
        union all select 'database ' || datname || ' ' || xmin from pg_database
        where datname = current_database()
        order by 1
        """;
    List<String> before = texts(database, versions);

    settle(roles);

    assertThat(texts(database, versions)).isEqualTo(before);
  }

  @Test
  void instances_that_start_together_settle_it_once(TestDatabase database) throws Exception {
    LedgerRoles roles = LedgerRoles.in(database);
    List<Callable<Boolean>> starts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      starts.add(() -> {
        settle(roles);
        return true;
      });
    }

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var start : threads.invokeAll(starts)) {
        assertThat(start.get()).isTrue();
      }
    }

    requireSettled(roles);
  }

  @Test
  void a_database_of_one_role_is_taken_over_and_goes_on(TestDatabase database) throws SQLException {
    long recorded;
    try (RunningLedger alone = RunningLedger.as(LedgerRoles.one(database), "node-1")) {
      recorded = new Operator(alone.ledger(), "before", "prod").create(0);
      alone.settle();
      assertThat(alone.the(AppendOnly.class).held()).isFalse();
      assertThat(alone.the(AppendOnly.class).gaps())
          .containsExactly(
              "it may act as the owner of artifact, ledger_anchor, ledger_checkpoint, ledger_event,"
                  + " ledger_leaf, ledger_sequence, ledger_tile",
              "it may act as the owner of the schema public",
              "it may act as the owner of the database " + database.name());
      assertThatThrownBy(() -> alone.jdbc().sql("delete from ledger_event").update())
          .rootCause()
          .hasMessageContaining("ledger_event is append-only: delete is refused");
    }
    LedgerRoles roles = LedgerRoles.of(database);
    database.execute(roles.create(roles.ownerName()));
    database.execute(roles.handOver());

    try (RunningLedger both = RunningLedger.as(roles, "node-1")) {
      requireSettled(roles);
      assertThat(both.the(AppendOnly.class).held()).isTrue();
      assertThat(new Operator(both.ledger(), "after", "prod").create(0)).isGreaterThan(recorded);
      both.settle();
      Projections projections = both.the(Projections.class);
      projections.names().forEach(projections::rebuild);
      assertThat(projections.names())
          .allSatisfy(name ->
              assertThat(projections.verify(name))
                  .extracting(Verification::state)
                  .isEqualTo("same"));
      requireSettled(roles);
    }
    settle(roles);
    requireSettled(roles);
  }

  @Test
  void a_service_that_does_not_know_the_owner_goes_on_where_nothing_is_to_be_migrated(
      TestDatabase database) {
    LedgerRoles roles = LedgerRoles.in(database);
    settle(roles);

    try (RunningLedger alone = RunningLedger.as(roles.withoutOwner(), "node-1")) {
      assertThat(alone.the(AppendOnly.class).held()).isTrue();
      assertThat(new Operator(alone.ledger(), "shop", "prod").create(0)).isPositive();
    }
    requireSettled(roles);
  }

  @Test
  void what_was_granted_by_hand_is_taken_back(TestDatabase database) throws SQLException {
    LedgerRoles roles = LedgerRoles.in(database);
    settle(roles);
    database.execute(
        """
        grant all on ledger_event, actor to public;
        grant update (kind) on artifact to %1$s;
        grant select on ledger_event to %1$s with grant option;
        grant update on sequence ledger_position to %1$s;
        revoke select on actor from %1$s;
        revoke create on schema public from %1$s;
        """
            .formatted(roles.serviceName()));

    settle(roles);

    requireSettled(roles);
    assertThat(
            texts(
                database,
                """
                select c.relname || ' ' || string_agg(a.privilege_type
                  || case when a.is_grantable then '*' else '' end, ' ' order by a.privilege_type)
                from pg_class c, aclexplode(c.relacl) a
                where c.relname in ('ledger_event', 'artifact', 'actor', 'ledger_position')
                  and pg_get_userbyid(a.grantee) = ? group by c.relname order by 1
                """,
                roles.serviceName()))
        .containsExactly(
            "actor DELETE INSERT SELECT UPDATE",
            "artifact INSERT SELECT",
            "ledger_event INSERT SELECT",
            "ledger_position USAGE");
    assertThat(
            texts(
                database,
                "select attname from pg_attribute"
                    + " where attrelid = 'artifact'::regclass and attacl is not null"))
        .isEmpty();
  }

  @Test
  void what_the_service_has_made_never_becomes_the_owners(TestDatabase database)
      throws SQLException {
    LedgerRoles roles = LedgerRoles.in(database);
    settle(roles);
    try (var connection = roles.service().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table mine (id int)");
      statement.execute(
          "create function ledger_append_only(text) returns int language sql security definer"
              + " return 1");
    }

    settle(roles);

    assertThat(
            texts(
                database,
                "select pg_get_userbyid(relowner) from pg_class where relname = 'mine' union all"
                    + " select pg_get_userbyid(proowner) from pg_proc"
                    + " where oid = 'ledger_append_only(text)'::regprocedure"))
        .containsExactly(roles.serviceName(), roles.serviceName());
  }

  @Test
  void an_owner_that_is_no_member_of_the_service_is_refused_with_what_to_run(TestDatabase database)
      throws SQLException {
    LedgerRoles roles = LedgerRoles.in(database);
    database.execute("revoke " + roles.serviceName() + " from " + roles.ownerName());

    assertThatThrownBy(() -> settle(roles))
        .isInstanceOfSatisfying(
            RightsException.class,
            e ->
                assertThat(e.remedy())
                    .isEqualTo("grant " + roles.serviceName() + " to " + roles.ownerName()));
  }

  @Test
  void roles_that_look_for_the_tables_in_different_places_are_refused(TestDatabase database)
      throws SQLException {
    LedgerRoles roles = LedgerRoles.in(database);
    database.execute(
        "create schema %1$s; grant usage on schema %1$s to %1$s".formatted(roles.serviceName()));

    assertThatThrownBy(() -> settle(roles))
        .isInstanceOfSatisfying(
            RightsException.class,
            e ->
                assertThat(e.remedy())
                    .isEqualTo("alter role " + roles.serviceName() + " set search_path = public"));
  }

  @Test
  void an_owner_that_may_not_open_the_database_says_who_has_to(TestDatabase database)
      throws SQLException {
    LedgerRoles roles = LedgerRoles.in(database);
    database.execute(
        """
        alter database %1$s owner to %2$s;
        revoke create on database %1$s from %3$s;
        """
            .formatted(database.name(), database.user(), roles.serviceName()));

    assertThatThrownBy(() -> settle(roles))
        .isInstanceOfSatisfying(
            RightsException.class,
            e ->
                assertThat(e.remedy())
                    .isEqualTo(
                        "grant create on database %s to %s"
                            .formatted(database.name(), roles.serviceName())));
  }
}
