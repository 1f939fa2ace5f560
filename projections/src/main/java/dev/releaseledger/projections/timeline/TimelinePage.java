package dev.releaseledger.projections.timeline;

import java.util.List;

/**
 * A part of the timeline, oldest first.
 *
 * @param older whether there is more before it
 * @param newer whether there is more behind it
 */
public record TimelinePage(List<TimelineEntry> entries, boolean older, boolean newer) {
  public TimelinePage {
    entries = List.copyOf(entries);
  }
}
