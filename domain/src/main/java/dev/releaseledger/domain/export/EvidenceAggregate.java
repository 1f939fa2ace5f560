package dev.releaseledger.domain.export;

import dev.releaseledger.domain.export.EvidenceCommand.LogStatement;
import dev.releaseledger.domain.export.EvidenceCommand.RecordExport;
import dev.releaseledger.domain.export.EvidenceEvent.EvidenceExported;
import dev.releaseledger.domain.export.EvidenceEvent.StatementLogged;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The stream of all exports, or that of one statement, which is logged once however often the same
 * evidence is handed out.
 */
public class EvidenceAggregate {

  /** The name under which every command is sent. */
  public static final String COMMAND = "dev.releaseledger.domain.export.EvidenceCommand";

  // Unset until the first event is applied: Axon takes anything else for the stream's identity.
  @AggregateIdentifier private @Nullable String id;

  @CommandHandler(commandName = COMMAND)
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(EvidenceCommand command) {
    switch (command) {
      case RecordExport(EvidenceExported exported) -> AggregateLifecycle.apply(exported);
      case LogStatement(StatementLogged statement) -> {
        if (id == null) {
          AggregateLifecycle.apply(statement);
        }
      }
    }
  }

  @EventSourcingHandler
  void on(EvidenceEvent event) {
    id =
        switch (event) {
          case EvidenceExported it -> new RecordExport(it).stream();
          case StatementLogged it -> new LogStatement(it).stream();
        };
  }

  @Override
  public String toString() {
    return String.valueOf(id);
  }
}
