package dev.releaseledger.app.timeline;

import dev.releaseledger.projections.timeline.TimelineEntry;
import java.io.IOException;
import java.util.List;

/** Who hears what happens as it happens; one thing is told at a time. */
public interface Listener {

  /** What telling takes that is made ready: no database, and as long as the listener takes. */
  interface Telling {

    /** Tells it. */
    void tell() throws IOException;
  }

  /** Makes ready to tell that these entries came, in order. */
  Telling ready(List<TimelineEntry> entries);

  /** Nothing came for a while; what is asked for was looked for up to this position. */
  void beat(long position) throws IOException;

  /** Nothing more will be told. */
  void end();
}
