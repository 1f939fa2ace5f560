package dev.releaseledger.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.access.AccessTokens.Issued;
import dev.releaseledger.app.access.AccessTokens.Limits;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownProject;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownToken;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.access.Subject;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class AccessTokensTest {

  private Directory directory;
  private AccessTokens tokens;
  private JdbcClient jdbc;

  @BeforeEach
  void open(TestDatabase database) {
    directory = new Directory(database);
    tokens = directory.tokens;
    jdbc = directory.ledger.jdbc();
  }

  @AfterEach
  void close() {
    directory.close();
  }

  private Caller caller(Issued issued) {
    return directory.callers.ofToken(issued.secret()).orElseThrow();
  }

  private boolean opens(Issued issued) {
    return directory.callers.ofToken(issued.secret()).isPresent();
  }

  private Issued issue(Limits limits) {
    String alice = directory.actors.ensure("alice", Actors.Kind.PERSON);
    return tokens.issue(alice, limits, null, alice);
  }

  private String hash() {
    return jdbc.sql("select hash from access_token").query(String.class).single();
  }

  @Test
  void a_token_tells_who_holds_it_and_what_it_lets_do() {
    Caller caller = caller(tokens.issue("alice", Role.DEPLOYER));

    assertThat(caller.name()).isEqualTo("alice");
    assertThat(caller.rolesEverywhere()).containsExactly(Role.DEPLOYER);
    assertThat(caller.triggers()).containsExactly("manual", "pipeline");
    assertThat(caller.expiresAt()).isNull();
  }

  @Test
  void a_secret_has_256_random_bits_and_is_never_given_twice() {
    String first = tokens.issue("alice", Role.VIEWER).secret();
    String second = tokens.issue("alice", Role.VIEWER).secret();

    assertThat(first).matches("rl_[A-Za-z0-9_-]{43}").isNotEqualTo(second);
  }

  @Test
  void only_the_hash_of_a_token_is_stored_and_not_even_that_is_in_an_event() {
    String secret = tokens.issue("alice", Role.ADMIN).secret();

    assertThat(jdbc.sql("select t::text from access_token t").query(String.class).single())
        .doesNotContain(secret.substring(3));
    assertThat(hash()).matches("[0-9a-f]{64}");
    assertThat(directory.recorded())
        .contains("tok_")
        .doesNotContain(secret.substring(3))
        .doesNotContain(hash())
        .doesNotContain("alice");
  }

  @Test
  void a_stored_hash_opens_nothing() {
    tokens.issue("alice", Role.ADMIN);

    assertThat(directory.callers.ofToken(hash())).isEmpty();
  }

  @Test
  void what_was_never_issued_is_nobodys() {
    tokens.issue("alice", Role.ADMIN);

    assertThat(directory.callers.ofToken("rl_guessed")).isEmpty();
    assertThat(directory.callers.ofToken("")).isEmpty();
  }

  @Test
  void a_token_whose_event_was_never_recorded_opens_nothing() {
    Issued issued = tokens.issue("alice", Role.ADMIN);
    jdbc.sql("update access_token set issued_at = null").update();

    assertThat(opens(issued)).isFalse();
    assertThat(tokens.list()).isEmpty();
  }

  @Test
  void a_revoked_token_is_worthless_at_once_and_the_others_are_not() {
    Issued lost = tokens.issue("alice", Role.ADMIN);
    Issued kept = tokens.issue("alice", Role.ADMIN);

    assertThat(tokens.revoke(lost.id(), "lost", lost.actor())).isPresent();

    assertThat(opens(lost)).isFalse();
    assertThat(opens(kept)).isTrue();
    assertThat(directory.events()).containsExactly("token-issued", "token-issued", "token-revoked");
  }

  @Test
  void revoking_again_changes_and_records_nothing() {
    Issued issued = tokens.issue("alice", Role.ADMIN);
    tokens.revoke(issued.id(), null, issued.actor());
    var first = tokens.list();

    assertThat(tokens.revoke(issued.id(), null, issued.actor())).isEmpty();

    assertThat(tokens.list()).isEqualTo(first);
    assertThat(first.getFirst().revokedAt()).isEqualTo(directory.now());
    assertThat(directory.events()).containsExactly("token-issued", "token-revoked");
  }

  @Test
  void what_is_not_there_cannot_be_revoked() {
    assertThatThrownBy(() -> tokens.revoke("tok_none", null, "act_1"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new UnknownToken("tok_none")));
  }

  @Test
  void a_token_is_worthless_from_the_moment_it_expires() {
    Issued issued =
        issue(
            new Limits(
                Role.VIEWER,
                Scope.EVERYWHERE,
                Caller.TRIGGERS,
                directory.now().plus(Duration.ofDays(30))));

    directory.forward(Duration.ofDays(30).minusMillis(1));
    assertThat(opens(issued)).isTrue();
    assertThat(tokens.someoneHoldsOne()).isTrue();

    directory.forward(Duration.ofMillis(1));
    assertThat(opens(issued)).isFalse();
    assertThat(tokens.someoneHoldsOne()).isFalse();
  }

  @Test
  void what_has_expired_already_is_not_issued() {
    assertThatThrownBy(() ->
            issue(new Limits(Role.VIEWER, Scope.EVERYWHERE, Caller.TRIGGERS, directory.now())))
        .isInstanceOf(Refused.class);
  }

  @Test
  void the_role_of_a_token_holds_in_its_scope_only() {
    directory
        .ledger
        .ledger()
        .record(
            new CreateProject(
                "shop",
                "/srv/shop.git",
                new TreeMap<>(Map.of("main", "schema")),
                "act_1",
                directory.now()));
    directory.ledger.settle();

    Caller caller =
        caller(issue(new Limits(Role.DEPLOYER, Scope.of("shop"), Caller.TRIGGERS, null)));

    assertThat(caller.rolesIn(new EnvironmentId("shop", "prod"))).containsExactly(Role.DEPLOYER);
    assertThat(caller.rolesIn("shop")).containsExactly(Role.DEPLOYER);
    assertThat(caller.rolesIn("bank")).isEmpty();
    assertThat(caller.rolesEverywhere()).isEmpty();
  }

  @Test
  void a_token_for_a_project_that_is_not_there_is_a_slip_of_the_pen() {
    assertThatThrownBy(
            () -> issue(new Limits(Role.VIEWER, Scope.of("shpo"), Caller.TRIGGERS, null)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new UnknownProject("shpo")));
  }

  @Test
  void a_token_without_a_role_acts_with_those_of_its_holder() {
    Issued issued = issue(new Limits(null, Scope.EVERYWHERE, Caller.TRIGGERS, null));
    assertThat(caller(issued).rolesEverywhere()).isEmpty();

    directory.groups.add("dba", issued.actor(), null, issued.actor());
    directory.bindings.grant(
        Subject.group("dba"), Role.OPERATOR, Scope.EVERYWHERE, null, issued.actor());

    assertThat(caller(issued).rolesEverywhere()).containsExactly(Role.OPERATOR);
    assertThat(caller(issued).groups()).containsExactly("dba");
  }

  @Test
  void a_token_with_a_role_acts_with_that_one_only() {
    Issued issued = issue(Limits.of(Role.VIEWER));
    directory.bindings.grant(
        Subject.actor(issued.actor()), Role.ADMIN, Scope.EVERYWHERE, null, issued.actor());

    assertThat(caller(issued).rolesEverywhere()).containsExactly(Role.VIEWER);
  }

  @Test
  void a_token_lets_its_holder_name_its_triggers_and_no_other() {
    Caller pipeline =
        caller(
            issue(
                new Limits(
                    Role.DEPLOYER, Scope.EVERYWHERE, new TreeSet<>(List.of("pipeline")), null)));

    pipeline.requireTrigger("pipeline");
    assertThatThrownBy(() -> pipeline.requireTrigger("manual"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().slug()).isEqualTo("trigger-not-allowed"));
  }

  @Test
  void no_token_lets_a_deployment_apply() {
    for (List<String> triggers : List.of(List.of("deploy"), List.of("manual", "deploy"))) {
      assertThatThrownBy(
              () -> issue(new Limits(Role.ADMIN, Scope.EVERYWHERE, new TreeSet<>(triggers), null)))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void an_actor_with_several_tokens_is_one_actor() {
    Issued laptop = tokens.issue("alice", Role.APPROVER);
    Issued pipeline = tokens.issue("alice", Role.DEPLOYER);

    assertThat(pipeline.actor()).isEqualTo(laptop.actor());
    assertThat(caller(laptop).rolesEverywhere()).containsExactly(Role.APPROVER);
    assertThat(caller(pipeline).rolesEverywhere()).containsExactly(Role.DEPLOYER);
  }

  @Test
  void tokens_are_listed_without_their_secrets() {
    Issued issued = tokens.issue("alice", Role.VIEWER);

    assertThat(tokens.list())
        .singleElement()
        .satisfies(listed -> {
          assertThat(listed.id()).isEqualTo(issued.id());
          assertThat(listed.revokedAt()).isNull();
          assertThat(listed.toString()).doesNotContain(issued.secret());
        });
  }

  @Test
  void a_token_from_before_there_were_limits_keeps_working() {
    Issued old = tokens.issue("alice", Role.DEPLOYER);
    // As the first migration left it; the second one fills in when it was issued.
    jdbc.sql("update access_token set triggers = null, issued_at = created_at").update();

    assertThat(caller(old).rolesEverywhere()).containsExactly(Role.DEPLOYER);
    assertThat(caller(old).triggers()).isEqualTo(Caller.TRIGGERS);
  }
}
