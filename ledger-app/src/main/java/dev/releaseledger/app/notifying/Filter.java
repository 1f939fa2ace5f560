package dev.releaseledger.app.notifying;

import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.projections.notices.SubscriptionRow;
import dev.releaseledger.projections.timeline.Occurrence;
import dev.releaseledger.projections.timeline.Severity;
import java.util.List;
import java.util.Locale;

/**
 * Which entries a subscription is about.
 *
 * @param scope where they have to happen; what happens nowhere in particular is everywhere's alone
 * @param kinds the only kinds of them, or none for all
 * @param severity the least they have to be
 */
record Filter(Scope scope, List<String> kinds, Severity severity) {
  Filter {
    kinds = List.copyOf(kinds);
  }

  static Filter of(SubscriptionRow row) {
    return new Filter(
        new Scope(row.project(), row.environment()),
        row.events(),
        Severity.valueOf(row.severity().toUpperCase(Locale.ROOT)));
  }

  boolean takes(String kind, Occurrence occurrence) {
    return (kinds.isEmpty() || kinds.contains(kind))
        && occurrence.severity().compareTo(severity) >= 0
        && scope.covers(new Scope(occurrence.project(), occurrence.environment()));
  }
}
