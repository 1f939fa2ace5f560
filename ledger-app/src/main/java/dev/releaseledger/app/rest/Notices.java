package dev.releaseledger.app.rest;

import dev.releaseledger.projections.timeline.Severity;
import dev.releaseledger.projections.timeline.TimelineFilter;

/** What makes an entry a notice: it wants to be seen. */
final class Notices {

  private Notices() {}

  /** The notices among what a filter lets through. */
  static TimelineFilter of(TimelineFilter filter) {
    return filter.severity() == null || filter.severity() == Severity.INFO
        ? filter.with(Severity.NOTICE)
        : filter;
  }
}
