package dev.releaseledger.domain.project;

import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import dev.releaseledger.domain.project.ProjectCommand.FreezeProject;
import dev.releaseledger.domain.project.ProjectCommand.UnfreezeProject;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import dev.releaseledger.domain.project.ProjectEvent.ProjectUnfrozen;
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
  private @Nullable ProjectFrozen freeze;

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

  @CommandHandler
  void handle(FreezeProject command) {
    AggregateLifecycle.apply(
        new ProjectFrozen(command.project(), command.reason(), command.actor(), command.at()));
  }

  @CommandHandler
  void handle(UnfreezeProject command) {
    if (freeze == null) {
      throw new Refused(new ProjectNotFrozen(command.project()));
    }
    AggregateLifecycle.apply(
        new ProjectUnfrozen(command.project(), command.reason(), command.actor(), command.at()));
  }

  /** The freeze that lets nothing be applied to any of its environments, or null. */
  public @Nullable ProjectFrozen freeze() {
    return freeze;
  }

  @EventSourcingHandler
  void on(ProjectEvent event) {
    id = streamOf(event.project());
    switch (event) {
      case ProjectCreated e -> freeze = null;
      case ProjectFrozen e -> freeze = e;
      case ProjectUnfrozen e -> freeze = null;
    }
  }

  @Override
  public String toString() {
    return String.valueOf(id);
  }
}
