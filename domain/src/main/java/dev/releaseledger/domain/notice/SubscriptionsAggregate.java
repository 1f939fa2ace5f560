package dev.releaseledger.domain.notice;

import dev.releaseledger.domain.policy.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The event stream around {@link Subscriptions}; there is one, and its first command opens it. */
public class SubscriptionsAggregate {

  /** The name under which every command is sent. */
  public static final String COMMAND = "dev.releaseledger.domain.notice.SubscriptionCommand";

  // Unset until the first event is applied: Axon takes anything else for the stream's identity.
  @AggregateIdentifier private @Nullable String id;
  private Subscriptions state = Subscriptions.initial();

  @CommandHandler(commandName = COMMAND)
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SubscriptionCommand command) {
    switch (state.decide(command)) {
      case SubscriptionDecision.Accepted accepted -> AggregateLifecycle.apply(accepted.event());
      case SubscriptionDecision.Declined declined -> throw new Refused(declined.refusal());
    }
  }

  @EventSourcingHandler
  void on(SubscriptionEvent event) {
    state = state.evolve(event);
    id = Subscriptions.STREAM;
  }

  /** What the events so far amount to. */
  public Subscriptions state() {
    return state;
  }

  @Override
  public String toString() {
    return String.valueOf(id);
  }
}
