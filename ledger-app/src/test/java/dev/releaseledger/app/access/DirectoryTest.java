package dev.releaseledger.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.access.Subject;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Actors, groups and grants. */
@PostgresTest
class DirectoryTest {

  private static JdbcClient administrator;
  private static Directory directory;

  @BeforeAll
  static void open(TestDatabase database) {
    administrator = JdbcClient.create(database.dataSource());
    directory = new Directory(database);
  }

  @AfterAll
  static void close() {
    directory.close();
  }

  private static String actor(String name) {
    return directory.actors.ensure(name, Actors.Kind.PERSON);
  }

  @Test
  void an_actor_is_named_and_an_unknown_one_is_its_own_name() {
    assertThat(directory.actors.nameOf(actor("named"))).isEqualTo("named");
    assertThat(directory.actors.nameOf("act_gone")).isEqualTo("act_gone");
    assertThat(directory.actors.actorNamed("named")).contains(actor("named"));
    assertThat(directory.actors.actorNamed("nobody")).isEmpty();
  }

  @Test
  void whom_a_provider_knows_is_the_same_actor_each_time() {
    String first = directory.actors.ofSubject("https://id", "s-1", "ada");
    String again = directory.actors.ofSubject("https://id", "s-1", "ada lovelace");

    assertThat(again).isEqualTo(first);
    assertThat(directory.actors.nameOf(first)).isEqualTo("ada");
  }

  @Test
  void a_name_alone_makes_nobody_somebody_else() {
    String here = actor("root");

    String there = directory.actors.ofSubject("https://id", "s-2", "root");
    String elsewhere = directory.actors.ofSubject("https://other", "s-2", "root");

    assertThat(List.of(here, there, elsewhere)).doesNotHaveDuplicates();
    assertThat(directory.actors.nameOf(there)).isEqualTo("root-2");
    assertThat(directory.actors.nameOf(elsewhere)).isEqualTo("root-3");
  }

  @Test
  void a_name_that_a_provider_tells_becomes_one_that_can_be_typed() {
    String actor = directory.actors.ofSubject("https://id", "s-3", "Grace Hopper (Ärztin)");

    assertThat(directory.actors.nameOf(actor)).matches("[\\w.@+-]+");
  }

  @Test
  void an_actor_can_be_told_what_a_provider_calls_it_before_it_was_seen() {
    String edsger = actor("edsger");

    directory.actors.bind(edsger, "https://id", "s-4");

    assertThat(directory.actors.ofSubject("https://id", "s-4", "dijkstra")).isEqualTo(edsger);
    assertThatThrownBy(() -> directory.actors.bind(actor("tony"), "https://id", "s-4"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void addresses_are_replaced_in_lower_case_and_only_their_number_is_recorded() {
    String barbara = actor("barbara");
    directory.actors.setAddresses(
        barbara, List.of("Barbara@Example.org", "b@example.org"), null, barbara);
    directory.actors.setAddresses(
        barbara, List.of("b@example.org", "liskov@example.org"), "she moved", barbara);

    assertThat(directory.actors.addressesOf(barbara))
        .containsExactly("b@example.org", "liskov@example.org");
    assertThat(directory.recorded()).doesNotContain("example.org").doesNotContain("barbara");
    assertThatThrownBy(
            () -> directory.actors.setAddresses(barbara, List.of("no address"), null, barbara))
        .isInstanceOf(Refused.class);

    directory.actors.setAddresses(barbara, List.of(), null, barbara);
    assertThat(directory.actors.addressesOf(barbara)).isEmpty();
  }

  @Test
  void groups_count_from_the_moment_they_are_recorded() {
    String donald = actor("donald");

    directory.groups.add("typesetters", donald, null, donald);
    assertThat(directory.actors.groupsOf(donald)).containsExactly("typesetters");
    assertThat(directory.groups.members("typesetters")).containsExactly(donald);

    directory.groups.remove("typesetters", donald, null, donald);
    assertThat(directory.actors.groupsOf(donald)).isEmpty();
  }

  @Test
  void a_grant_holds_until_it_is_revoked() {
    String ken = actor("ken");
    var granted =
        directory.bindings.grant(Subject.actor(ken), Role.DEPLOYER, Scope.EVERYWHERE, null, ken);
    assertThat(caller("s-ken", ken).rolesEverywhere()).containsExactly(Role.DEPLOYER);

    directory.bindings.revoke(granted.id(), null, ken);
    assertThat(caller("s-ken", ken).rolesEverywhere()).isEmpty();
  }

  @Test
  void the_groups_of_a_providers_token_count_while_it_is_used() {
    directory.bindings.grant(
        Subject.group("platform/dba"), Role.OPERATOR, Scope.EVERYWHERE, null, actor("ken"));

    Caller with =
        directory.callers.ofSubject(
            "https://id", "s-5", "niklaus", List.of("platform/dba", "a,b"), null);
    Caller without = directory.callers.ofSubject("https://id", "s-5", "niklaus", List.of(), null);

    assertThat(with.groups()).containsExactly("platform/dba");
    assertThat(with.rolesEverywhere()).containsExactly(Role.OPERATOR);
    assertThat(without.actor()).isEqualTo(with.actor());
    assertThat(without.rolesEverywhere()).isEmpty();
  }

  @Test
  void what_cannot_be_written_is_not_recorded() {
    int before = directory.events().size();
    administrator.sql("alter table access_member rename to hidden").update();
    try {
      assertThatThrownBy(() -> directory.groups.add("lost", actor("ken"), null, actor("ken")))
          .isInstanceOf(RuntimeException.class);
    } finally {
      administrator.sql("alter table hidden rename to access_member").update();
    }

    assertThat(directory.events()).hasSize(before);
    directory.groups.add("lost", actor("ken"), null, actor("ken"));
    assertThat(directory.groups.members("lost")).containsExactly(actor("ken"));
  }

  @Test
  void what_was_issued_before_there_were_events_of_it_stays_issued(TestDatabase database) {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    jdbc.sql("drop schema if exists older cascade; create schema older").update();
    var flyway =
        Flyway.configure()
            .dataSource(database.dataSource())
            .schemas("older")
            .locations("classpath:db/migration");
    flyway.target(MigrationVersion.fromVersion("101")).load().migrate();
    jdbc.sql("insert into older.actor (id, name) values ('act_1', 'old')").update();
    jdbc.sql(
            "insert into older.access_token (id, hash, actor, role)"
                + " values ('tok_1', 'h', 'act_1', 'admin')")
        .update();

    flyway.target(MigrationVersion.LATEST).load().migrate();

    assertThat(
            jdbc.sql("select issued_at = created_at from older.access_token")
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(jdbc.sql("select kind from older.actor").query(String.class).single())
        .isEqualTo("person");
  }

  private static Caller caller(String subject, String actor) {
    directory.actors.bind(actor, "https://id", subject);
    return directory.callers.ofSubject("https://id", subject, "unused", List.of(), null);
  }
}
