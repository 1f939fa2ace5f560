package dev.releaseledger.domain.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.log.LogCommand.ContinueLog;
import dev.releaseledger.domain.log.LogCommand.FreezeLog;
import dev.releaseledger.domain.log.LogCommand.RetireKey;
import dev.releaseledger.domain.log.LogCommand.RotateKey;
import dev.releaseledger.domain.log.LogEvent.LogContinued;
import dev.releaseledger.domain.log.LogEvent.LogFrozen;
import dev.releaseledger.domain.log.LogEvent.LogKeyRetired;
import dev.releaseledger.domain.log.LogEvent.LogKeyRotated;
import dev.releaseledger.domain.log.LogRefusal.KeyUsedBefore;
import dev.releaseledger.domain.log.LogRefusal.LogHasBegun;
import dev.releaseledger.domain.log.LogRefusal.LogIsFrozen;
import dev.releaseledger.domain.log.LogRefusal.NoRotationOpen;
import dev.releaseledger.domain.log.LogRefusal.RotationOpen;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.Refused;
import java.time.Instant;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** Given what happened to the log, when something is asked of it, then this follows or not. */
class LedgerLogTest {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final String ORIGIN = "ledger.example.org/production";
  private static final String FIRST = ORIGIN + "+00000001+AQ==";
  private static final String SECOND = ORIGIN + "+00000002+Ag==";
  private static final String ADMIN = "act_admin";
  private static final LogKeyRotated ROTATED =
      new LogKeyRotated(ORIGIN, FIRST, SECOND, 40, "note", "yearly", ADMIN, NOW);
  private static final LogKeyRetired RETIRED =
      new LogKeyRetired(ORIGIN, FIRST, SECOND, 50, null, ADMIN, NOW);
  private static final LogFrozen FROZEN =
      new LogFrozen(ORIGIN, 60, "cm9vdA==", true, false, "the end", ADMIN, NOW);
  private static final LogContinued CONTINUED =
      new LogContinued("ledger.example.org/before", 61, "cm9vdA==", "act_system", NOW);

  private static RotateKey rotate(String previous, String key) {
    return new RotateKey(ORIGIN, previous, key, 40, "note", "yearly", ADMIN, NOW);
  }

  private static final RetireKey RETIRE = new RetireKey(ORIGIN, 50, null, ADMIN, NOW);
  private static final FreezeLog FREEZE =
      new FreezeLog(ORIGIN, 60, "cm9vdA==", true, false, "the end", ADMIN, NOW);
  private static final ContinueLog CONTINUE =
      new ContinueLog("ledger.example.org/before", 61, "cm9vdA==", "act_system", NOW);

  private static LogDecision decide(LogCommand command, LogEvent... history) {
    LedgerLog state = LedgerLog.initial();
    for (LogEvent event : history) {
      state = state.evolve(event);
    }
    return state.decide(command);
  }

  private static LogDecision no(Refusal refusal) {
    return LogDecision.decline(refusal);
  }

  private static LogDecision yes(LogEvent event) {
    return LogDecision.accept(event);
  }

  @Test
  void another_key_signs_beside_the_first() {
    assertThat(decide(rotate(FIRST, SECOND))).isEqualTo(yes(ROTATED));
  }

  @Test
  void a_third_key_waits_until_the_first_is_retired() {
    RotateKey third = rotate(SECOND, ORIGIN + "+00000003+Aw==");

    assertThat(decide(third, ROTATED)).isEqualTo(no(new RotationOpen(FIRST)));
    assertThat(decide(third, ROTATED, RETIRED)).isInstanceOf(LogDecision.Accepted.class);
  }

  @Test
  void a_key_signs_one_time_of_its_life() {
    assertThat(decide(rotate(FIRST, FIRST))).isEqualTo(no(new KeyUsedBefore(FIRST)));
    assertThat(decide(rotate(SECOND, FIRST), ROTATED, RETIRED))
        .isEqualTo(no(new KeyUsedBefore(FIRST)));
  }

  @Test
  void the_key_before_is_retired_and_not_the_new_one() {
    assertThat(decide(RETIRE, ROTATED)).isEqualTo(yes(RETIRED));
  }

  @Test
  void the_only_key_is_not_retired() {
    assertThat(decide(RETIRE)).isEqualTo(no(new NoRotationOpen()));
    assertThat(decide(RETIRE, ROTATED, RETIRED)).isEqualTo(no(new NoRotationOpen()));
  }

  @Test
  void a_log_is_frozen_whatever_happened_to_its_keys() {
    assertThat(decide(FREEZE)).isEqualTo(yes(FROZEN));
    assertThat(decide(FREEZE, ROTATED)).isEqualTo(yes(FROZEN));
  }

  @Test
  void nothing_happens_to_a_frozen_log() {
    for (LogCommand command : new LogCommand[] {FREEZE, rotate(FIRST, SECOND), RETIRE, CONTINUE}) {
      assertThat(decide(command, ROTATED, FROZEN))
          .as("%s", command)
          .isEqualTo(no(new LogIsFrozen()));
    }
  }

  @Test
  void a_log_goes_on_from_another_at_its_beginning_only() {
    assertThat(decide(CONTINUE)).isEqualTo(yes(CONTINUED));
    assertThat(decide(CONTINUE, CONTINUED)).isEqualTo(no(new LogHasBegun()));
    assertThat(decide(CONTINUE, ROTATED)).isEqualTo(no(new LogHasBegun()));
  }

  @Test
  void a_log_that_goes_on_from_another_is_like_any_other() {
    assertThat(decide(rotate(FIRST, SECOND), CONTINUED)).isEqualTo(yes(ROTATED));
    assertThat(decide(FREEZE, CONTINUED)).isEqualTo(yes(FROZEN));
  }

  private static AggregateTestFixture<LogAggregate> stream() {
    AggregateTestFixture<LogAggregate> stream = new AggregateTestFixture<>(LogAggregate.class);
    stream.registerCommandTargetResolver(
        message -> new VersionedAggregateIdentifier(LedgerLog.STREAM, null));
    return stream;
  }

  private static GenericCommandMessage<LogCommand> named(LogCommand command) {
    return new GenericCommandMessage<>(new GenericMessage<>(command), LogAggregate.COMMAND);
  }

  @Test
  void the_first_command_opens_the_stream() {
    stream()
        .givenNoPriorActivity()
        .when(named(rotate(FIRST, SECOND)))
        .expectEvents(ROTATED)
        .expectState(state -> assertThat(state).hasToString("log"));
  }

  @Test
  void the_stream_remembers_what_was_recorded() {
    TestExecutor<LogAggregate> given = stream().given(ROTATED, RETIRED);

    given.when(named(RETIRE)).expectNoEvents().expectException(Refused.class);
  }

  @Test
  void a_frozen_stream_stays_as_it_is() {
    stream().given(FROZEN).when(named(FREEZE)).expectNoEvents().expectException(Refused.class);
  }
}
