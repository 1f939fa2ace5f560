package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentCommand.CreateEnvironment;
import dev.releaseledger.domain.policy.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The event stream around {@link Environment}: it asks {@link Deciding} and applies the answer. */
public class EnvironmentAggregate {

  /** The name under which every command but the creating one is sent. */
  public static final String COMMAND = "dev.releaseledger.domain.environment.EnvironmentCommand";

  // Unset until the first event is applied: Axon takes anything else for the stream's identity.
  @AggregateIdentifier private @Nullable String id;
  private final Course course = new Course();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  void handle(CreateEnvironment command) {
    apply(command);
  }

  @CommandHandler(commandName = COMMAND)
  void handle(EnvironmentCommand command) {
    apply(command);
  }

  @EventSourcingHandler
  void on(EnvironmentEvent event) {
    course.add(event);
    id = new EnvironmentId(event.project(), event.environment()).stream();
  }

  /** What the events so far amount to. */
  public Environment state() {
    return course.state();
  }

  @Override
  public String toString() {
    return String.valueOf(id);
  }

  private void apply(EnvironmentCommand command) {
    switch (Deciding.decide(state(), command)) {
      case Decision.Accepted accepted -> accepted.events().forEach(AggregateLifecycle::apply);
      case Decision.Declined declined -> throw new Refused(declined.refusal());
    }
  }
}
