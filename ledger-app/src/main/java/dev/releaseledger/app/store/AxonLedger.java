package dev.releaseledger.app.store;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.refusal.LogKeepingRefusal.AppliesRunning;
import dev.releaseledger.domain.access.Access;
import dev.releaseledger.domain.access.AccessAggregate;
import dev.releaseledger.domain.access.AccessCommand;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentAggregate;
import dev.releaseledger.domain.environment.EnvironmentCommand;
import dev.releaseledger.domain.environment.EnvironmentCommand.CreateEnvironment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.export.EvidenceAggregate;
import dev.releaseledger.domain.export.EvidenceCommand;
import dev.releaseledger.domain.log.LedgerLog;
import dev.releaseledger.domain.log.LogAggregate;
import dev.releaseledger.domain.log.LogCommand;
import dev.releaseledger.domain.log.LogRefusal.LogIsFrozen;
import dev.releaseledger.domain.notice.SubscriptionCommand;
import dev.releaseledger.domain.notice.Subscriptions;
import dev.releaseledger.domain.notice.SubscriptionsAggregate;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.project.Project;
import dev.releaseledger.domain.project.ProjectCommand;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger on Axon's command bus and event store. */
@Component
final class AxonLedger implements Ledger {

  private static final int ATTEMPTS = 3;

  /** How the database says that nothing can be recorded any more, whoever tries. */
  private static final String FROZEN = "LFRZN";

  /** How it says that it is not the time to end the log; the detail has what runs. */
  private static final String BUSY = "LBUSY";

  private final CommandBus commands;
  private final Repository<EnvironmentAggregate> environments;
  private final Repository<Project> projects;
  private final RecentAggregates recent;
  private final JdbcClient jdbc;

  AxonLedger(Configuration axon, RecentAggregates recent, JdbcClient jdbc) {
    this.commands = axon.commandBus();
    this.environments = axon.repository(EnvironmentAggregate.class);
    this.projects = axon.repository(Project.class);
    this.recent = recent;
    this.jdbc = jdbc;
  }

  @Override
  public long record(EnvironmentCommand command) {
    String name =
        command instanceof CreateEnvironment
            ? CreateEnvironment.class.getName()
            : EnvironmentAggregate.COMMAND;
    send(new GenericCommandMessage<>(new GenericMessage<>(command), name));
    return positionOf(command.id().stream());
  }

  @Override
  public long record(ProjectCommand command) {
    send(GenericCommandMessage.asCommandMessage(command));
    return positionOf(Project.streamOf(command.project()));
  }

  @Override
  public long record(AccessCommand command) {
    sendToTheOne(
        new GenericCommandMessage<>(new GenericMessage<>(command), AccessAggregate.COMMAND));
    return positionOf(Access.STREAM);
  }

  @Override
  public long record(SubscriptionCommand command) {
    sendToTheOne(
        new GenericCommandMessage<>(new GenericMessage<>(command), SubscriptionsAggregate.COMMAND));
    return positionOf(Subscriptions.STREAM);
  }

  @Override
  public long record(EvidenceCommand command) {
    sendToTheOne(
        new GenericCommandMessage<>(new GenericMessage<>(command), EvidenceAggregate.COMMAND));
    return positionOf(command.stream());
  }

  @Override
  public void readAnew() {
    recent.clear();
  }

  @Override
  public long record(LogCommand command) {
    sendToTheOne(new GenericCommandMessage<>(new GenericMessage<>(command), LogAggregate.COMMAND));
    return positionOf(LedgerLog.STREAM);
  }

  private <C> void sendToTheOne(CommandMessage<C> message) {
    try {
      send(message);
    } catch (AggregateStreamCreationException e) {
      // Another service instance opened the stream first; from now on it is there.
      send(message);
    }
  }

  @Override
  public Optional<Environment> environment(EnvironmentId id) {
    return load(environments, id.stream(), EnvironmentAggregate::state);
  }

  private static <A, S extends @Nullable Object> Optional<S> load(
      Repository<A> repository, String stream, Function<A, S> read) {
    DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
    try {
      S state = repository.load(stream).invoke(read);
      // A rollback would throw the aggregate out of the cache.
      unitOfWork.commit();
      return Optional.ofNullable(state);
    } catch (AggregateNotFoundException e) {
      unitOfWork.rollback();
      return Optional.empty();
    } catch (RuntimeException e) {
      if (unitOfWork.isActive()) {
        unitOfWork.rollback(e);
      }
      throw e;
    }
  }

  @Override
  public @Nullable ProjectFrozen freezeOf(String project) {
    return load(projects, Project.streamOf(project), Project::freeze).orElse(null);
  }

  @Override
  public boolean isFrozen() {
    return jdbc.sql("select exists (select from ledger_event where name = 'log-frozen')")
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<EnvironmentId> environments() {
    return jdbc
        .sql("select stream from ledger_event where name = 'environment-created' order by position")
        .query(String.class)
        .list()
        .stream()
        .map(EnvironmentId::ofStream)
        .toList();
  }

  @Override
  public long positionOf(EnvironmentId id) {
    return positionOf(id.stream());
  }

  /** Another service instance may have written to the same stream; the decision is made again. */
  private <C> void send(CommandMessage<C> message) {
    for (int attempt = 1; ; attempt++) {
      try {
        dispatch(message);
        return;
      } catch (AggregateStreamCreationException e) {
        throw e;
      } catch (ConcurrencyException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private <C> void dispatch(CommandMessage<C> message) {
    FutureCallback<C, Object> callback = new FutureCallback<>();
    commands.dispatch(message, callback);
    CompletableFuture<Object> result =
        callback.thenApply(answer -> {
          if (answer.isExceptional()) {
            throw new CompletionException(answer.exceptionResult());
          }
          return answer;
        });
    try {
      result.join();
    } catch (CompletionException e) {
      throw unwrap(e);
    }
  }

  private static RuntimeException unwrap(CompletionException wrapped) {
    for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused || cause instanceof ConcurrencyException) {
        return (RuntimeException) cause;
      }
      if (cause instanceof PSQLException sql && FROZEN.equals(sql.getSQLState())) {
        return new Refused(new LogIsFrozen());
      }
      if (cause instanceof PSQLException sql && BUSY.equals(sql.getSQLState())) {
        return new Refused(new AppliesRunning(List.of(detailOf(sql))));
      }
    }
    return wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped;
  }

  private static String detailOf(PSQLException sql) {
    ServerErrorMessage said = sql.getServerErrorMessage();
    String detail = said == null ? null : said.getDetail();
    return detail == null ? "unknown" : detail;
  }

  private long positionOf(String stream) {
    // Along the key of the stream, whatever number of events it has.
    return jdbc.sql(
            "select position from ledger_event where stream = ? order by stream_sequence desc limit"
                + " 1")
        .param(stream)
        .query(Long.class)
        .single();
  }
}
