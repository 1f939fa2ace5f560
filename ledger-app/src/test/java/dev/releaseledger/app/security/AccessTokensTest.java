package dev.releaseledger.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class AccessTokensTest {

  private final AtomicInteger drawn = new AtomicInteger();
  private JdbcClient jdbc;
  private AccessTokens tokens;

  @BeforeEach
  void migrate(TestDatabase database) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    jdbc = JdbcClient.create(database.dataSource());
    tokens = new AccessTokens(jdbc, prefix -> prefix + drawn.incrementAndGet());
  }

  @Test
  void a_token_tells_who_holds_it() {
    AccessTokens.Issued issued = tokens.issue("alice", Role.DEPLOYER);

    assertThat(tokens.verify(issued.secret())).contains(issued.caller());
    assertThat(issued.caller().name()).isEqualTo("alice");
    assertThat(issued.caller().role()).isEqualTo(Role.DEPLOYER);
  }

  @Test
  void a_secret_has_256_random_bits_and_is_never_given_twice() {
    String first = tokens.issue("alice", Role.VIEWER).secret();
    String second = tokens.issue("alice", Role.VIEWER).secret();

    assertThat(first).matches("rl_[A-Za-z0-9_-]{43}").isNotEqualTo(second);
  }

  @Test
  void only_the_hash_of_a_token_is_stored() {
    String secret = tokens.issue("alice", Role.ADMIN).secret();

    assertThat(jdbc.sql("select t::text from access_token t").query(String.class).single())
        .doesNotContain(secret)
        .doesNotContain(secret.substring(3));
    assertThat(jdbc.sql("select hash from access_token").query(String.class).single())
        .matches("[0-9a-f]{64}");
  }

  @Test
  void a_stored_hash_opens_nothing() {
    tokens.issue("alice", Role.ADMIN);
    String hash = jdbc.sql("select hash from access_token").query(String.class).single();

    assertThat(tokens.verify(hash)).isEmpty();
  }

  @Test
  void what_was_never_issued_is_nobodys() {
    tokens.issue("alice", Role.ADMIN);

    assertThat(tokens.verify("rl_guessed")).isEmpty();
    assertThat(tokens.verify("")).isEmpty();
  }

  @Test
  void a_revoked_token_is_worthless_and_the_others_are_not() {
    AccessTokens.Issued lost = tokens.issue("alice", Role.ADMIN);
    AccessTokens.Issued kept = tokens.issue("alice", Role.ADMIN);

    assertThat(tokens.revoke(lost.id())).isTrue();

    assertThat(tokens.verify(lost.secret())).isEmpty();
    assertThat(tokens.verify(kept.secret())).isPresent();
  }

  @Test
  void revoking_again_keeps_the_first_time() {
    String id = tokens.issue("alice", Role.ADMIN).id();
    tokens.revoke(id);
    var first = tokens.list().getFirst().revokedAt();

    assertThat(tokens.revoke(id)).isTrue();
    assertThat(first).isNotNull().isEqualTo(tokens.list().getFirst().revokedAt());
  }

  @Test
  void what_is_not_there_cannot_be_revoked() {
    assertThat(tokens.revoke("tok_none")).isFalse();
  }

  @Test
  void an_actor_with_several_tokens_is_one_actor() {
    AccessTokens.Issued laptop = tokens.issue("alice", Role.APPROVER);
    AccessTokens.Issued pipeline = tokens.issue("alice", Role.DEPLOYER);

    assertThat(pipeline.caller().actor()).isEqualTo(laptop.caller().actor());
    assertThat(tokens.verify(laptop.secret()).orElseThrow().role()).isEqualTo(Role.APPROVER);
    assertThat(tokens.verify(pipeline.secret()).orElseThrow().role()).isEqualTo(Role.DEPLOYER);
  }

  @Test
  void two_names_are_two_actors() {
    assertThat(tokens.issue("alice", Role.VIEWER).caller().actor())
        .isNotEqualTo(tokens.issue("bob", Role.VIEWER).caller().actor());
  }

  @Test
  void tokens_are_listed_without_their_secrets() {
    AccessTokens.Issued issued = tokens.issue("alice", Role.VIEWER);

    assertThat(tokens.list())
        .singleElement()
        .satisfies(listed -> {
          assertThat(listed.id()).isEqualTo(issued.id());
          assertThat(listed.actorName()).isEqualTo("alice");
          assertThat(listed.revokedAt()).isNull();
          assertThat(listed.toString()).doesNotContain(issued.secret());
        });
  }

  @Test
  void an_actor_is_named_and_an_unknown_one_is_its_own_name() {
    String actor = tokens.issue("alice", Role.VIEWER).caller().actor();

    assertThat(tokens.nameOf(actor)).isEqualTo("alice");
    assertThat(tokens.nameOf("act_gone")).isEqualTo("act_gone");
  }
}
