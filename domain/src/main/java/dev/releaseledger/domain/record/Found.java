package dev.releaseledger.domain.record;

import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The events of one rollout, by their kinds. */
record Found(List<Entry> own, Dossier dossier) {

  Found(Dossier dossier) {
    this(dossier.own(), dossier);
  }

  /** What is made of each event of a kind, oldest first. */
  <T extends EnvironmentEvent, R> List<R> each(Class<T> kind, BiFunction<T, Recorded, R> make) {
    return own.stream()
        .filter(entry -> kind.isInstance(entry.event()))
        .map(entry -> make.apply(kind.cast(entry.event()), dossier.recorded(entry)))
        .toList();
  }

  /** The last event of a kind, or null. */
  <T extends EnvironmentEvent> @Nullable T last(Class<T> kind) {
    return own.stream()
        .map(Entry::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .reduce((one, other) -> other)
        .orElse(null);
  }

  /** Where in the ledger an event of the rollout stands. */
  long positionOf(EnvironmentEvent event) {
    return own.stream()
        .filter(entry -> entry.event() == event)
        .mapToLong(Entry::position)
        .findFirst()
        .orElseThrow();
  }
}
