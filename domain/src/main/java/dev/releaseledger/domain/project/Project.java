package dev.releaseledger.domain.project;

import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A git repository of declared schemas; its environments have streams of their own. */
public class Project {

  // Unset until the first event is applied: Axon takes anything else for the stream's identity.
  @AggregateIdentifier private @Nullable String id;

  /** The identity of a project's event stream. */
  public static String streamOf(String project) {
    return "project:" + project;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  void handle(CreateProject command) {
    AggregateLifecycle.apply(
        new ProjectCreated(
            command.project(),
            command.repository(),
            command.connections(),
            command.actor(),
            command.at()));
  }

  @EventSourcingHandler
  void on(ProjectEvent event) {
    id = streamOf(event.project());
  }

  @Override
  public String toString() {
    return String.valueOf(id);
  }
}
