package dev.releaseledger.app.timeline;

import dev.releaseledger.projections.timeline.TimelineEntry;
import java.io.IOException;
import java.util.List;

/** Who hears what happens as it happens; one thing is told at a time. */
public interface Listener {

  /** These entries came, in order. */
  void tell(List<TimelineEntry> entries) throws IOException;

  /** Nothing came for a while; what is asked for was looked for up to this position. */
  void beat(long position) throws IOException;

  /** Nothing more will be told. */
  void end();
}
