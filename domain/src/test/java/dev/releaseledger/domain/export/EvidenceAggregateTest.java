package dev.releaseledger.domain.export;

import dev.releaseledger.domain.export.EvidenceCommand.LogStatement;
import dev.releaseledger.domain.export.EvidenceCommand.RecordExport;
import dev.releaseledger.domain.export.EvidenceEvent.EvidenceExported;
import dev.releaseledger.domain.export.EvidenceEvent.StatementLogged;
import java.time.Instant;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class EvidenceAggregateTest {

  private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
  private static final EvidenceExported EXPORTED =
      new EvidenceExported(
          "release", "shop", "prod", "rol_1", "rel_1", null, 40, "sha256:00", false, "act_1", AT);
  private static final StatementLogged LOGGED =
      new StatementLogged("c2lnbmVk", "c2ln", "a2V5", "act_1", AT);

  private static AggregateTestFixture<EvidenceAggregate> stream() {
    AggregateTestFixture<EvidenceAggregate> stream =
        new AggregateTestFixture<>(EvidenceAggregate.class);
    stream.registerCommandTargetResolver(message ->
        new VersionedAggregateIdentifier(((EvidenceCommand) message.getPayload()).stream(), null));
    return stream;
  }

  private static GenericCommandMessage<EvidenceCommand> named(EvidenceCommand command) {
    return new GenericCommandMessage<>(new GenericMessage<>(command), EvidenceAggregate.COMMAND);
  }

  @Test
  void everything_that_is_handed_out_is_told_each_time() {
    stream().given(EXPORTED).when(named(new RecordExport(EXPORTED))).expectEvents(EXPORTED);
  }

  @Test
  void a_statement_is_logged() {
    stream().givenNoPriorActivity().when(named(new LogStatement(LOGGED))).expectEvents(LOGGED);
  }

  @Test
  void a_statement_is_logged_once() {
    stream().given(LOGGED).when(named(new LogStatement(LOGGED))).expectNoEvents();
  }
}
