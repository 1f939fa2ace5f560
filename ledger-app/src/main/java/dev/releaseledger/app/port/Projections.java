package dev.releaseledger.app.port;

import java.time.Duration;
import java.util.List;

/** The projections as a whole: how far they are, and how they are built again. */
public interface Projections {

  /** Their names. */
  List<String> names();

  /** Waits until every projection has reached a position; false when the time ran out. */
  boolean await(long position, Duration patience);

  /** Forgets what a projection holds and plays every event to it again. */
  void rebuild(String name);
}
