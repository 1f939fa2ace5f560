package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.EventLog.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Hands over the events of a stretch in order while the next ones are already being read: reading
 * and writing keep a core each busy.
 */
final class EventFeed {

  private static final int EVENTS_PER_PIECE = 500;
  private static final int PIECES_AHEAD = 4;

  private final EventLog log;
  private final Collection<String> names;

  EventFeed(EventLog log, Collection<String> names) {
    this.log = log;
    this.names = List.copyOf(names);
  }

  /** What takes the events in. */
  interface Sink {
    void take(List<Recorded> events) throws Exception;
  }

  /** Hands over what stands behind a position up to another one, in pieces. */
  void pour(long after, long upTo, Sink sink) throws Exception {
    BlockingQueue<List<Recorded>> pieces = new ArrayBlockingQueue<>(PIECES_AHEAD);
    FutureTask<Boolean> reading =
        new FutureTask<>(() -> {
          try {
            return read(after, upTo, pieces);
          } finally {
            // An empty piece is the end, also where reading ended badly.
            pieces.put(List.of());
          }
        });
    Thread reader = Thread.ofPlatform().name("rebuild-reader").daemon().start(reading);
    try {
      for (List<Recorded> piece = pieces.take(); !piece.isEmpty(); piece = pieces.take()) {
        sink.take(piece);
      }
      boolean _ = done(reading);
    } finally {
      reader.interrupt();
    }
  }

  private boolean read(long after, long upTo, BlockingQueue<List<Recorded>> pieces)
      throws InterruptedException {
    List<Recorded> piece = new ArrayList<>(EVENTS_PER_PIECE);
    try {
      log.each(
          after,
          upTo,
          names,
          event -> {
            piece.add(event);
            if (piece.size() == EVENTS_PER_PIECE) {
              put(pieces, List.copyOf(piece));
              piece.clear();
            }
          });
    } catch (StoppedReading stopped) {
      return false;
    }
    if (!piece.isEmpty()) {
      pieces.put(List.copyOf(piece));
    }
    return true;
  }

  private static void put(BlockingQueue<List<Recorded>> pieces, List<Recorded> piece) {
    try {
      pieces.put(piece);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedReading();
    }
  }

  private static boolean done(Future<Boolean> reading) throws Exception {
    return reading.get();
  }

  /** Nobody takes the events any more. */
  private static final class StoppedReading extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
