package dev.releaseledger.domain.log;

import dev.releaseledger.domain.policy.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The event stream around {@link LedgerLog}; there is one, and its first command opens it. */
public class LogAggregate {

  /** The name under which every command is sent. */
  public static final String COMMAND = "dev.releaseledger.domain.log.LogCommand";

  // Unset until the first event is applied: Axon takes anything else for the stream's identity.
  @AggregateIdentifier private @Nullable String id;
  private LedgerLog state = LedgerLog.initial();

  @CommandHandler(commandName = COMMAND)
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(LogCommand command) {
    switch (state.decide(command)) {
      case LogDecision.Accepted(LogEvent event) -> AggregateLifecycle.apply(event);
      case LogDecision.Declined declined -> throw new Refused(declined.refusal());
    }
  }

  @EventSourcingHandler
  void on(LogEvent event) {
    state = state.evolve(event);
    id = LedgerLog.STREAM;
  }

  @Override
  public String toString() {
    return String.valueOf(id);
  }
}
