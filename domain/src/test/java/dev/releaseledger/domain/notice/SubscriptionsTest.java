package dev.releaseledger.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.notice.SubscriptionCommand.CreateSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.PauseSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.RemoveSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.ReplayDeliveries;
import dev.releaseledger.domain.notice.SubscriptionCommand.ResumeSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.RotateSecret;
import dev.releaseledger.domain.notice.SubscriptionEvent.DeliveriesReplayed;
import dev.releaseledger.domain.notice.SubscriptionEvent.SecretRotated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionCreated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionPaused;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionRemoved;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionResumed;
import dev.releaseledger.domain.notice.SubscriptionRefusal.NoSigningSecret;
import dev.releaseledger.domain.notice.SubscriptionRefusal.SubscriptionIsPaused;
import dev.releaseledger.domain.notice.SubscriptionRefusal.SubscriptionNameTaken;
import dev.releaseledger.domain.notice.SubscriptionRefusal.SubscriptionNotPaused;
import dev.releaseledger.domain.notice.SubscriptionRefusal.UnknownSubscription;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** Given who is told what, when something is asked, then this follows or is refused. */
class SubscriptionsTest {

  private static final Instant NOW = Instant.parse("2026-01-20T10:00:00Z");
  private static final String ADMIN = "act_admin";
  private static final Scope PROD = Scope.of(new EnvironmentId("shop", "prod"));
  private static final SubscriptionCreated CREATED = created("sub_1", "pager", "webhook");
  private static final SubscriptionPaused PAUSED =
      new SubscriptionPaused("sub_1", "pager", "shop", "prod", "noise", ADMIN, NOW);

  private static SubscriptionCreated created(String id, String name, String channel) {
    return new SubscriptionCreated(
        id,
        name,
        channel,
        "shop",
        "prod",
        List.of("apply-failed", "drift-detected"),
        "warning",
        "https://pager.example",
        0,
        "ticket 1",
        ADMIN,
        NOW);
  }

  private static CreateSubscription create(String id, String name) {
    return new CreateSubscription(
        id,
        name,
        Channel.WEBHOOK,
        PROD,
        new TreeSet<>(List.of("drift-detected", "apply-failed")),
        "warning",
        "https://pager.example",
        0,
        "ticket 1",
        ADMIN,
        NOW);
  }

  private static SubscriptionDecision decide(
      SubscriptionCommand command, SubscriptionEvent... history) {
    Subscriptions state = Subscriptions.initial();
    for (SubscriptionEvent event : history) {
      state = state.evolve(event);
    }
    return state.decide(command);
  }

  private static SubscriptionDecision no(Refusal refusal) {
    return SubscriptionDecision.decline(refusal);
  }

  private static SubscriptionDecision yes(SubscriptionEvent event) {
    return SubscriptionDecision.accept(event);
  }

  @Test
  void a_subscription_is_created_with_what_it_is_about() {
    assertThat(decide(create("sub_1", "pager"))).isEqualTo(yes(CREATED));
  }

  @Test
  void a_name_is_one_subscriptions_until_that_is_removed() {
    SubscriptionRemoved removed =
        new SubscriptionRemoved("sub_1", "pager", "shop", "prod", null, ADMIN, NOW);

    assertThat(decide(create("sub_2", "pager"), CREATED))
        .isEqualTo(no(new SubscriptionNameTaken("pager")));
    assertThat(decide(create("sub_2", "other"), CREATED))
        .isInstanceOf(SubscriptionDecision.Accepted.class);
    assertThat(decide(create("sub_2", "pager"), CREATED, removed))
        .isInstanceOf(SubscriptionDecision.Accepted.class);
  }

  @Test
  void what_is_removed_is_told_with_where_it_was_and_is_gone() {
    RemoveSubscription remove = new RemoveSubscription("sub_1", "done", ADMIN, NOW);
    SubscriptionRemoved removed =
        new SubscriptionRemoved("sub_1", "pager", "shop", "prod", "done", ADMIN, NOW);

    assertThat(decide(remove, CREATED)).isEqualTo(yes(removed));
    assertThat(decide(remove, CREATED, removed)).isEqualTo(no(new UnknownSubscription("sub_1")));
  }

  @Test
  void one_that_is_paused_is_resumed_and_not_paused_again() {
    PauseSubscription pause = new PauseSubscription("sub_1", "noise", ADMIN, NOW);
    ResumeSubscription resume = new ResumeSubscription("sub_1", null, ADMIN, NOW);
    SubscriptionResumed resumed =
        new SubscriptionResumed("sub_1", "pager", "shop", "prod", null, ADMIN, NOW);

    assertThat(decide(pause, CREATED)).isEqualTo(yes(PAUSED));
    assertThat(decide(pause, CREATED, PAUSED)).isEqualTo(no(new SubscriptionIsPaused("pager")));
    assertThat(decide(resume, CREATED, PAUSED)).isEqualTo(yes(resumed));
    assertThat(decide(resume, CREATED, PAUSED, resumed))
        .isEqualTo(no(new SubscriptionNotPaused("pager")));
  }

  @Test
  void each_secret_has_the_next_number_and_the_one_before_counts_for_a_while() {
    RotateSecret rotate = new RotateSecret("sub_1", Duration.ofHours(24), "leaked", ADMIN, NOW);
    SecretRotated second = rotated(2);

    assertThat(decide(rotate, CREATED)).isEqualTo(yes(second));
    assertThat(decide(rotate, CREATED, PAUSED, second)).isEqualTo(yes(rotated(3)));
  }

  private static SecretRotated rotated(int generation) {
    return new SecretRotated(
        "sub_1",
        "pager",
        "shop",
        "prod",
        generation,
        NOW.plus(Duration.ofHours(24)),
        "leaked",
        ADMIN,
        NOW);
  }

  @Test
  void what_is_not_signed_has_no_secret_to_rotate() {
    RotateSecret rotate = new RotateSecret("sub_1", Duration.ZERO, null, ADMIN, NOW);

    assertThat(decide(rotate, created("sub_1", "chat", "slack")))
        .isEqualTo(no(new NoSigningSecret("chat", "slack")));
  }

  @Test
  void what_is_sent_once_more_is_one_delivery_or_all_that_were_given_up() {
    assertThat(decide(new ReplayDeliveries("sub_1", "msg_1", null, ADMIN, NOW), CREATED))
        .isEqualTo(
            yes(
                new DeliveriesReplayed(
                    "sub_1", "pager", "shop", "prod", "msg_1", null, ADMIN, NOW)));
    assertThat(decide(new ReplayDeliveries("sub_2", null, null, ADMIN, NOW), CREATED))
        .isEqualTo(no(new UnknownSubscription("sub_2")));
  }

  @Test
  void the_first_command_opens_the_stream_and_a_refusal_records_nothing() {
    AggregateTestFixture<SubscriptionsAggregate> stream =
        new AggregateTestFixture<>(SubscriptionsAggregate.class);
    stream.registerCommandTargetResolver(
        message -> new VersionedAggregateIdentifier(Subscriptions.STREAM, null));

    stream
        .givenNoPriorActivity()
        .when(named(create("sub_1", "pager")))
        .expectEvents(CREATED)
        .expectState(state -> assertThat(state).hasToString("subscriptions"));
    stream
        .given(CREATED)
        .when(named(create("sub_2", "pager")))
        .expectNoEvents()
        .expectException(Refused.class);
  }

  private static GenericCommandMessage<SubscriptionCommand> named(SubscriptionCommand command) {
    return new GenericCommandMessage<>(
        new GenericMessage<>(command), SubscriptionsAggregate.COMMAND);
  }
}
