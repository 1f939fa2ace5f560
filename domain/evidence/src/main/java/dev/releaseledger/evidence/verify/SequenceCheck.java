package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.attestation.release.LogRange;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether events are in their order, each once, and those of the environment without a gap. */
record SequenceCheck(List<Entry> entries) {

  Passed<Boolean> of(String rollout, LogRange said) {
    inOrder(entries);
    Stop.unless(
        said.firstIndex() == entries.getFirst().index()
            && said.lastIndex() == entries.getLast().index()
            && said.eventCount() == entries.size(),
        "the statement says another number of events, or other places");
    Entry proposal =
        entries.stream()
            .filter(entry -> entry.is(EventNames.PLAN_PROPOSED) && entry.isAbout(rollout))
            .findFirst()
            .orElseThrow(() -> Stop.failed("the proposal of the plan is not there"));
    long next = proposal.leaf().sequence();
    long last = next;
    for (Entry entry : entries) {
      if (!entry.isIn(proposal.leaf()) || entry.leaf().sequence() < proposal.leaf().sequence()) {
        continue;
      }
      last = entry.leaf().sequence();
      Stop.unless(last == next, "event " + next + " of the environment is not there");
      next++;
    }
    return Passed.of(
        "events " + proposal.leaf().sequence() + " to " + last + " of the environment");
  }

  /** Refuses entries that are not in the order of the log, and of each aggregate. */
  static void inOrder(List<Entry> entries) {
    Set<String> ids = new HashSet<>();
    Map<String, Entry> latest = new HashMap<>();
    long before = -1;
    for (Entry entry : entries) {
      Stop.unless(entry.index() > before, "the events are not in the order of the log");
      Stop.unless(ids.add(entry.leaf().id()), "an event is there twice");
      before = entry.index();
      Entry earlier =
          latest.put(entry.leaf().aggregate() + "\n" + entry.leaf().aggregateId(), entry);
      if (earlier != null) {
        Stop.unless(
            entry.leaf().sequence() > earlier.leaf().sequence()
                && entry.leaf().position() > earlier.leaf().position(),
            "the event at " + entry.index() + " is logged before one that came earlier");
      }
    }
  }
}
