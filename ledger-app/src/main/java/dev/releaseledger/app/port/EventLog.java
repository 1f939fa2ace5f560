package dev.releaseledger.app.port;

import dev.releaseledger.domain.environment.EnvironmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Every event in the order of the ledger, read past the aggregates.
 *
 * <p>Positions grow with the order of committing: what becomes visible always stands behind what
 * was visible before. So whoever has read up to a position has missed nothing before it.
 */
public interface EventLog {

  /**
   * An event as it stands in the ledger.
   *
   * @param name its ledger name, such as {@code plan-approved}
   * @param event what was stored, as a value of the domain
   */
  record Recorded(long position, String name, Object event) {}

  /** The position of the last event, or 0 when there is none. */
  long last();

  /** The events behind a position, in order, at most so many. */
  List<Recorded> after(long position, int limit);

  /**
   * Hands over every event behind a position up to another one, in order, without holding more than
   * a few of them at a time.
   */
  void each(long after, long upTo, Consumer<Recorded> reader);

  /** The same, of the events of these names only. */
  void each(long after, long upTo, Collection<String> names, Consumer<Recorded> reader);

  /** The events of one name up to a position, in order; for a name that few have. */
  List<Recorded> named(String name, long upTo);

  /** The events of one stream up to a position, in order. */
  List<Recorded> ofStream(String stream, long upTo);

  /**
   * The events of one stream that are about one rollout, and with them those of these names,
   * whatever rollout they are about; in order.
   */
  List<Recorded> ofRollout(String stream, String rollout, Collection<String> names);

  /** The events at these positions as JSON, with their free texts. */
  Map<Long, String> payloads(Collection<Long> positions);

  /** The ids that the events at these positions have for good, in every copy of the ledger. */
  Map<Long, String> ids(Collection<Long> positions);

  /** The position of the last event that had happened by an instant; 0 when none had. */
  long at(Instant instant);

  /** When the last event up to a position happened. */
  Optional<Instant> instant(long position);

  /**
   * The position at which the pointer of one of these environments last moved to a release, or
   * nothing when none ever did.
   */
  Optional<Long> atRelease(String release, Predicate<EnvironmentId> environments);

  /** The ledger names of all kinds of events there can be. */
  SortedSet<String> kinds();

  /** The events at these positions, in order. */
  List<Recorded> these(Collection<Long> positions);

  /** The event at a position. */
  Optional<Recorded> one(long position);
}
