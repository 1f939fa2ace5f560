package dev.releaseledger.app.replaying;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.EventLog.Recorded;
import dev.releaseledger.app.replaying.Replay.Then;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.Standing;
import dev.releaseledger.domain.project.Project;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import dev.releaseledger.domain.project.ProjectEvent.ProjectUnfrozen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers how environments stood at an earlier moment: no projection is asked. */
@Component
public class Replaying {

  private final EventLog log;

  Replaying(EventLog log) {
    this.log = log;
  }

  /** How the environments that are wanted stood after the event at a position, oldest first. */
  public Replay at(long position, Predicate<EnvironmentId> wanted) {
    Map<String, Optional<String>> freezes = new HashMap<>();
    List<Then> then = new ArrayList<>();
    for (Recorded created : log.named("environment-created", position)) {
      EnvironmentId id = id(created);
      if (wanted.test(id)) {
        Optional<String> freeze =
            freezes.computeIfAbsent(
                id.project(), project -> Optional.ofNullable(freeze(project, position)));
        then.add(one(id, position, freeze.orElse(null)));
      }
    }
    return new Replay(position, instant(position), then);
  }

  /** Whether there is an environment by now that is wanted. */
  public boolean isKnown(Predicate<EnvironmentId> wanted) {
    return log.named("environment-created", Long.MAX_VALUE).stream()
        .map(Replaying::id)
        .anyMatch(wanted);
  }

  private static EnvironmentId id(Recorded recorded) {
    EnvironmentEvent event = (EnvironmentEvent) recorded.event();
    return new EnvironmentId(event.project(), event.environment());
  }

  private Then one(EnvironmentId id, long position, @Nullable String projectFreeze) {
    List<Recorded> events = log.ofStream(id.stream(), position);
    return new Then(
        Standing.after(events.stream().map(it -> (EnvironmentEvent) it.event()).toList()),
        projectFreeze,
        events.size());
  }

  private @Nullable String freeze(String project, long position) {
    String reason = null;
    for (Recorded recorded : log.ofStream(Project.streamOf(project), position)) {
      reason =
          switch (recorded.event()) {
            case ProjectFrozen e -> e.reason();
            case ProjectUnfrozen _ -> null;
            case ProjectCreated _ -> null;
            default -> reason;
          };
    }
    return reason;
  }

  private @Nullable Instant instant(long position) {
    return log.instant(position).orElse(null);
  }
}
