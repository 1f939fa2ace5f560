package dev.releaseledger.projections.timeline;

import dev.releaseledger.domain.access.AccessEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.export.EvidenceEvent;
import dev.releaseledger.domain.log.LogEvent;
import dev.releaseledger.domain.notice.SubscriptionEvent;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.projections.EventName;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The name of every event there is, as entries have it. */
public final class Actions {

  /** All of them. */
  public static final SortedSet<String> ALL =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(
              Stream.of(
                      ProjectEvent.class,
                      EnvironmentEvent.class,
                      AccessEvent.class,
                      SubscriptionEvent.class,
                      EvidenceEvent.class,
                      LogEvent.class)
                  .flatMap(Actions::events)
                  .map(EventName::of)
                  .toList()));

  /** What there is most of; no index has it, and it never wants to be seen. */
  public static final Set<String> FREQUENT =
      Set.of("statement-applied", "stage-started", "drift-check-passed");

  private Actions() {}

  private static Stream<Class<?>> events(Class<?> family) {
    return family.isSealed()
        ? Stream.of(Objects.requireNonNull(family.getPermittedSubclasses()))
            .flatMap(Actions::events)
        : Stream.of(family);
  }
}
