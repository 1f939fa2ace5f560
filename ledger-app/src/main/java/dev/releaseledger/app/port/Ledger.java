package dev.releaseledger.app.port;

import dev.releaseledger.domain.access.AccessCommand;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.export.EvidenceCommand;
import dev.releaseledger.domain.log.LogCommand;
import dev.releaseledger.domain.notice.SubscriptionCommand;
import dev.releaseledger.domain.project.ProjectCommand;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The event-sourced side: commands go in, events are recorded or a {@code Refused} is thrown.
 *
 * <p>A recording answers with the position of its last event, so that a reader can wait for it.
 */
public interface Ledger {

  /** Decides and records a command to an environment. */
  long record(EnvironmentCommand command);

  /** Decides and records a command to a project. */
  long record(ProjectCommand command);

  /** Decides and records a command about who may do what. */
  long record(AccessCommand command);

  /** Decides and records a command about who is told what. */
  long record(SubscriptionCommand command);

  /** Decides and records a command about evidence. */
  long record(EvidenceCommand command);

  /** Decides and records a command about the log itself. */
  long record(LogCommand command);

  /** The environment as its events have made it, or nothing when there are none. */
  Optional<Environment> environment(EnvironmentId id);

  /** The freeze of a whole project, or null when it is not frozen. */
  @Nullable ProjectFrozen freezeOf(String project);

  /** Whether nothing can be recorded any more. */
  boolean isFrozen();

  /** Every environment there is, oldest first. */
  List<EnvironmentId> environments();

  /** The position of an environment's last event. */
  long positionOf(EnvironmentId id);

  /** Reads every aggregate anew when it is asked for next: what it says has been erased. */
  void readAnew();
}
