package dev.releaseledger.app.timeline;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.projections.Sight;
import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineEntry;
import dev.releaseledger.projections.timeline.TimelineFilter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One listener and how far it has been told.
 *
 * <p>It only ever goes forward, in the order of positions, and so does the timeline whenever it is
 * filled: what stands behind the last position that was told is what is still to be told, also
 * while the timeline is built anew.
 */
final class Following {

  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration TRUST = Duration.ofSeconds(1);
  private static final int MOST = 200;

  /** What reading the timeline for a caller takes. */
  record Source(
      Timeline timeline,
      Semaphore reading,
      Function<Caller, Optional<Caller>> again,
      Function<Caller, Sight> sight) {}

  private final Source source;
  private final Listener listener;
  private final AtomicBoolean busy = new AtomicBoolean();
  private TimelineFilter filter;
  private Caller caller;
  private volatile long told;
  private volatile Instant heard;
  private Instant trusted;

  Following(
      Source source,
      Caller caller,
      TimelineFilter filter,
      long after,
      Instant now,
      Listener listener) {
    this.source = source;
    this.caller = caller;
    this.filter = filter;
    this.told = after;
    this.listener = listener;
    this.heard = now;
    this.trusted = now;
  }

  /** Whose it is. */
  String actor() {
    return caller.actor();
  }

  /** Takes hold of it, when there is something to tell and nobody else is telling. */
  boolean take(long reached, Instant now) {
    return (reached > told || isSilent(now)) && busy.compareAndSet(false, true);
  }

  /** Tells what came up to a position, and lets go; false when it is over. */
  boolean goOn(long reached, Instant now) throws IOException, InterruptedException {
    try {
      if (!reading(() -> isTrusted(now))) {
        return false;
      }
      boolean more = reached > told;
      while (more) {
        Part part = reading(() -> read(reached));
        part.telling().tell();
        if (!part.entries().isEmpty()) {
          heard = now;
          told = part.entries().getLast().position();
        }
        more = part.entries().size() == MOST;
      }
      told = Math.max(told, reached);
      if (isSilent(now)) {
        listener.beat(told);
        heard = now;
      }
      return true;
    } finally {
      busy.set(false);
    }
  }

  void end() {
    listener.end();
  }

  /** Entries, and what telling them takes. */
  private record Part(List<TimelineEntry> entries, Listener.Telling telling) {}

  private Part read(long reached) {
    List<TimelineEntry> entries = source.timeline().between(told, reached, filter, MOST);
    return new Part(entries, entries.isEmpty() ? () -> {} : listener.ready(entries));
  }

  /** Whoever asks the database waits for their turn, and tells when somebody else has theirs. */
  private <T> T reading(Supplier<T> asking) throws InterruptedException {
    source.reading().acquire();
    try {
      return asking.get();
    } finally {
      source.reading().release();
    }
  }

  /**
   * Looks from time to time whether the caller may still hear, and what; who does not see all is
   * looked at every time, since what is to be told may be of a place that is new.
   */
  private boolean isTrusted(Instant now) {
    if (filter.sight().everything() && now.isBefore(trusted.plus(TRUST))) {
      return true;
    }
    Optional<Caller> still = source.again().apply(caller);
    still.ifPresent(known -> {
      caller = known;
      filter = filter.with(source.sight().apply(known));
      trusted = now;
    });
    return still.isPresent();
  }

  private boolean isSilent(Instant now) {
    return !now.isBefore(heard.plus(BEAT));
  }
}
