package dev.releaseledger.app.evidence.report.given;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a part in what is told.
 *
 * @param reference the random reference that the events have
 * @param name what they are called, or null where that is not revealed or was erased
 * @param events the names of the events that are theirs, each once
 */
public record Person(String reference, @Nullable String name, List<String> events) {

  /** Keeps a copy. */
  public Person {
    events = List.copyOf(events);
  }
}
