package dev.releaseledger.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.access.AccessCommand.AddMember;
import dev.releaseledger.domain.access.AccessCommand.EraseActor;
import dev.releaseledger.domain.access.AccessCommand.EraseTexts;
import dev.releaseledger.domain.access.AccessCommand.GrantRole;
import dev.releaseledger.domain.access.AccessCommand.IssueToken;
import dev.releaseledger.domain.access.AccessCommand.RecordAddresses;
import dev.releaseledger.domain.access.AccessCommand.RemoveMember;
import dev.releaseledger.domain.access.AccessCommand.RevokeRole;
import dev.releaseledger.domain.access.AccessCommand.RevokeToken;
import dev.releaseledger.domain.access.AccessEvent.ActorErased;
import dev.releaseledger.domain.access.AccessEvent.AddressesRecorded;
import dev.releaseledger.domain.access.AccessEvent.MemberAdded;
import dev.releaseledger.domain.access.AccessEvent.MemberRemoved;
import dev.releaseledger.domain.access.AccessEvent.RoleGranted;
import dev.releaseledger.domain.access.AccessEvent.RoleRevoked;
import dev.releaseledger.domain.access.AccessEvent.TextsErased;
import dev.releaseledger.domain.access.AccessEvent.TokenIssued;
import dev.releaseledger.domain.access.AccessEvent.TokenRevoked;
import dev.releaseledger.domain.access.AccessRefusal.AlreadyGranted;
import dev.releaseledger.domain.access.AccessRefusal.AlreadyMember;
import dev.releaseledger.domain.access.AccessRefusal.NotMember;
import dev.releaseledger.domain.access.AccessRefusal.UnknownBinding;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.Refused;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** Given what happened, when something is asked, then this follows or is refused. */
class AccessTest {

  private static final Instant NOW = Instant.parse("2026-01-20T10:00:00Z");
  private static final String ADMIN = "act_admin";
  private static final Subject ALICE = Subject.actor("act_alice");
  private static final Scope PROD = Scope.of(new EnvironmentId("shop", "prod"));
  private static final RoleGranted GRANTED =
      new RoleGranted(
          "bnd_1", "actor", "act_alice", "deployer", "shop", "prod", "ticket 1", ADMIN, NOW);
  private static final MemberAdded ADDED =
      new MemberAdded("dba", "act_alice", "ticket 2", ADMIN, NOW);

  private static GrantRole grant(String binding, Subject subject, String role, Scope scope) {
    return new GrantRole(binding, subject, role, scope, "ticket 1", ADMIN, NOW);
  }

  private static AccessDecision decide(AccessCommand command, AccessEvent... history) {
    Access state = Access.initial();
    for (AccessEvent event : history) {
      state = state.evolve(event);
    }
    return state.decide(command);
  }

  private static AccessDecision no(Refusal refusal) {
    return AccessDecision.decline(refusal);
  }

  private static AccessDecision yes(AccessEvent event) {
    return AccessDecision.accept(event);
  }

  @Test
  void a_role_is_granted_in_a_scope() {
    assertThat(decide(grant("bnd_1", ALICE, "deployer", PROD))).isEqualTo(yes(GRANTED));
  }

  @Test
  void the_same_role_is_not_granted_twice_in_one_scope() {
    assertThat(decide(grant("bnd_2", ALICE, "deployer", PROD), GRANTED))
        .isEqualTo(no(new AlreadyGranted("bnd_1")));
  }

  @Test
  void another_role_another_scope_and_another_subject_are_another_grant() {
    for (GrantRole other :
        List.of(
            grant("bnd_2", ALICE, "approver", PROD),
            grant("bnd_2", ALICE, "deployer", Scope.of("shop")),
            grant("bnd_2", ALICE, "deployer", Scope.EVERYWHERE),
            grant("bnd_2", Subject.actor("act_bob"), "deployer", PROD),
            grant("bnd_2", Subject.group("act_alice"), "deployer", PROD))) {
      assertThat(decide(other, GRANTED)).isInstanceOf(AccessDecision.Accepted.class);
    }
  }

  @Test
  void what_is_revoked_is_told_whole() {
    assertThat(decide(new RevokeRole("bnd_1", "she left", ADMIN, NOW), GRANTED))
        .isEqualTo(
            yes(
                new RoleRevoked(
                    "bnd_1",
                    "actor",
                    "act_alice",
                    "deployer",
                    "shop",
                    "prod",
                    "she left",
                    ADMIN,
                    NOW)));
  }

  @Test
  void what_was_revoked_can_be_granted_again_and_not_revoked_again() {
    RoleRevoked revoked =
        new RoleRevoked(
            "bnd_1", "actor", "act_alice", "deployer", "shop", "prod", null, ADMIN, NOW);

    assertThat(decide(grant("bnd_2", ALICE, "deployer", PROD), GRANTED, revoked))
        .isInstanceOf(AccessDecision.Accepted.class);
    assertThat(decide(new RevokeRole("bnd_1", null, ADMIN, NOW), GRANTED, revoked))
        .isEqualTo(no(new UnknownBinding("bnd_1")));
  }

  @Test
  void an_actor_is_in_a_group_once() {
    AddMember add = new AddMember("dba", "act_alice", "ticket 2", ADMIN, NOW);

    assertThat(decide(add)).isEqualTo(yes(ADDED));
    assertThat(decide(add, ADDED)).isEqualTo(no(new AlreadyMember("dba")));
  }

  @Test
  void only_a_member_leaves_a_group() {
    RemoveMember remove = new RemoveMember("dba", "act_alice", null, ADMIN, NOW);
    MemberRemoved removed = new MemberRemoved("dba", "act_alice", null, ADMIN, NOW);

    assertThat(decide(remove)).isEqualTo(no(new NotMember("dba")));
    assertThat(decide(remove, ADDED)).isEqualTo(yes(removed));
    assertThat(decide(remove, ADDED, removed)).isEqualTo(no(new NotMember("dba")));
  }

  @Test
  void a_token_is_issued_within_its_limits_and_revoked() {
    IssueToken issue =
        new IssueToken(
            "tok_1",
            "act_alice",
            "deployer",
            PROD,
            new TreeSet<>(List.of("pipeline")),
            NOW.plusSeconds(60),
            null,
            ADMIN,
            NOW);
    TokenIssued issued =
        new TokenIssued(
            "tok_1",
            "act_alice",
            "deployer",
            "shop",
            "prod",
            List.of("pipeline"),
            NOW.plusSeconds(60),
            null,
            ADMIN,
            NOW);

    assertThat(decide(issue)).isEqualTo(yes(issued));
    assertThat(decide(new RevokeToken("tok_1", "act_alice", "lost", ADMIN, NOW), issued))
        .isEqualTo(yes(new TokenRevoked("tok_1", "act_alice", "lost", ADMIN, NOW)));
  }

  @Test
  void of_addresses_only_their_number_is_told() {
    assertThat(decide(new RecordAddresses("act_alice", 2, null, ADMIN, NOW)))
        .isEqualTo(yes(new AddressesRecorded("act_alice", 2, null, ADMIN, NOW)));
  }

  @Test
  void who_can_still_act_is_not_erased() {
    EraseActor erase = new EraseActor("act_alice", "asked", ADMIN, NOW);

    assertThat(decide(erase, GRANTED, ADDED))
        .isEqualTo(no(new AccessRefusal.ActorStillActs(List.of("grant bnd_1", "group dba"))));
    assertThat(decide(erase)).isEqualTo(yes(new ActorErased("act_alice", "asked", ADMIN, NOW)));
  }

  @Test
  void erased_texts_are_told_by_their_digests() {
    assertThat(decide(new EraseTexts(List.of("sha256:1"), 7L, null, null, ADMIN, NOW)))
        .isEqualTo(yes(new TextsErased(List.of("sha256:1"), 7L, null, null, ADMIN, NOW)));
  }

  @Test
  void the_first_command_opens_the_stream_and_a_refusal_records_nothing() {
    AggregateTestFixture<AccessAggregate> stream =
        new AggregateTestFixture<>(AccessAggregate.class);
    stream.registerCommandTargetResolver(
        message -> new VersionedAggregateIdentifier(Access.STREAM, null));

    stream
        .givenNoPriorActivity()
        .when(named(grant("bnd_1", ALICE, "deployer", PROD)))
        .expectEvents(GRANTED)
        .expectState(access -> assertThat(access).hasToString("access"));
    stream
        .given(GRANTED)
        .when(named(grant("bnd_2", ALICE, "deployer", PROD)))
        .expectNoEvents()
        .expectException(Refused.class);
  }

  private static GenericCommandMessage<AccessCommand> named(AccessCommand command) {
    return new GenericCommandMessage<>(new GenericMessage<>(command), AccessAggregate.COMMAND);
  }
}
