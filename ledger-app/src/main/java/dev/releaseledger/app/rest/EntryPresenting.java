package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.People;
import dev.releaseledger.projections.timeline.TimelineEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns entries of the timeline into what goes over the wire: with names, and with the events. */
@Component
class EntryPresenting {

  private final People people;
  private final EventLog log;

  EntryPresenting(People people, EventLog log) {
    this.people = people;
    this.log = log;
  }

  /** Entries with the events that they tell of. */
  List<EntryView> whole(List<TimelineEntry> entries) {
    Map<Long, String> payloads = log.payloads(positions(entries));
    return entries.stream().map(entry -> view(entry, payloads.get(entry.position()))).toList();
  }

  /** Entries as they are told, without the events. */
  List<EntryView> told(List<TimelineEntry> entries) {
    return entries.stream().map(entry -> view(entry, null)).toList();
  }

  /** The ids that entries have for good. */
  Map<Long, String> ids(List<TimelineEntry> entries) {
    return log.ids(positions(entries));
  }

  private static List<Long> positions(List<TimelineEntry> entries) {
    return entries.stream().map(TimelineEntry::position).toList();
  }

  private EntryView view(TimelineEntry entry, @Nullable String data) {
    return new EntryView(
        entry.position(),
        entry.at(),
        entry.type(),
        entry.severity().word(),
        entry.project(),
        entry.environment(),
        entry.rollout(),
        entry.subject() == null ? null : people.named(entry.subject()),
        people.nameOf(entry.actor()),
        people.named(entry.sentence()),
        data);
  }
}
