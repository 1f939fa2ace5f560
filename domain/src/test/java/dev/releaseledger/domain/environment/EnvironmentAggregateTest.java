package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Facts.approved;
import static dev.releaseledger.domain.environment.Facts.created;
import static dev.releaseledger.domain.environment.Facts.proposed;
import static dev.releaseledger.domain.environment.Names.BOB;
import static dev.releaseledger.domain.environment.Names.PLAN;
import static dev.releaseledger.domain.environment.Names.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.policy.Refused;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The decisions themselves are told by the stories; here is how the event stream carries them. */
class EnvironmentAggregateTest {

  private AggregateTestFixture<EnvironmentAggregate> stream;

  @BeforeEach
  void open() {
    stream = new AggregateTestFixture<>(EnvironmentAggregate.class);
    stream.registerCommandTargetResolver(message ->
        new VersionedAggregateIdentifier(
            ((EnvironmentCommand) message.getPayload()).id().stream(), null));
  }

  @Test
  void the_creating_command_opens_the_stream() {
    stream
        .givenNoPriorActivity()
        .when(Wishes.create(1))
        .expectSuccessfulHandlerExecution()
        .expectEvents(created(1));
  }

  @Test
  void the_first_event_names_the_stream() {
    stream
        .givenNoPriorActivity()
        .when(Wishes.create(1))
        .expectState(environment -> assertThat(environment).hasToString("environment:shop/prod"));
  }

  @Test
  void every_other_command_comes_under_one_name() {
    stream
        .given(created(1))
        .when(named(Wishes.propose()))
        .expectSuccessfulHandlerExecution()
        .expectEvents(proposed(1));
  }

  @Test
  void decisions_see_what_the_stream_says() {
    stream
        .given(created(1), proposed(1), approved(BOB))
        .when(named(Wishes.start("sha256:other")))
        .expectException(Refused.class)
        .expectExceptionMessage(Matchers.startsWith("digest-mismatch"));
  }

  @Test
  void a_decision_may_be_several_events() {
    stream
        .given(created(0), Facts.drift(null, DriftCheck.REQUESTED))
        .when(named(Wishes.findClean(null, DriftCheck.REQUESTED, Names.BASE)))
        .expectEvents(
            Facts.resolved(DriftCheck.REQUESTED, Names.BASE),
            Facts.clean(null, DriftCheck.REQUESTED, Names.BASE));
  }

  @Test
  void a_refusal_is_thrown_and_nothing_is_recorded() {
    stream
        .given(created(1))
        .when(named(Wishes.approve(BOB)))
        .expectNoEvents()
        .expectException(Refused.class)
        .expectExceptionMessage("unknown-rollout: " + new UnknownRollout(PLAN).detail());
  }

  @Test
  void the_state_is_the_one_of_the_stories() {
    stream
        .given(created(1))
        .when(named(Wishes.propose()))
        .expectState(environment -> {
          assertThat(environment.state().id()).isEqualTo(PROD);
          assertThat(environment.state().rollout(PLAN)).isPresent();
        });
  }

  private static CommandMessage<EnvironmentCommand> named(EnvironmentCommand command) {
    return new GenericCommandMessage<>(new GenericMessage<>(command), EnvironmentAggregate.COMMAND);
  }
}
