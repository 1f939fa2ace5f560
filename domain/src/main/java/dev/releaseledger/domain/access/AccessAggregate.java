package dev.releaseledger.domain.access;

import dev.releaseledger.domain.policy.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The event stream around {@link Access}; there is one, and its first command opens it. */
public class AccessAggregate {

  /** The name under which every command is sent. */
  public static final String COMMAND = "dev.releaseledger.domain.access.AccessCommand";

  // Unset until the first event is applied: Axon takes anything else for the stream's identity.
  @AggregateIdentifier private @Nullable String id;
  private Access state = Access.initial();

  @CommandHandler(commandName = COMMAND)
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AccessCommand command) {
    switch (state.decide(command)) {
      case AccessDecision.Accepted accepted -> accepted.events().forEach(AggregateLifecycle::apply);
      case AccessDecision.Declined declined -> throw new Refused(declined.refusal());
    }
  }

  @EventSourcingHandler
  void on(AccessEvent event) {
    state = state.evolve(event);
    id = Access.STREAM;
  }

  /** What the events so far amount to. */
  public Access state() {
    return state;
  }

  @Override
  public String toString() {
    return String.valueOf(id);
  }
}
