package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import java.util.List;

/** The events of one rollout, in their order, and what was said of it. */
record Course(SchemaRelease said, List<Entry> entries) {

  static Course of(SchemaRelease said, List<Entry> all) {
    String rollout = said.change().id();
    return new Course(said, all.stream().filter(entry -> entry.isAbout(rollout)).toList());
  }

  List<Entry> named(String name) {
    return entries.stream().filter(entry -> entry.is(name)).toList();
  }

  /** The last event of this name. */
  Entry last(String name) {
    List<Entry> named = named(name);
    Stop.unless(!named.isEmpty(), "there is no " + name);
    return named.getLast();
  }

  boolean isEmergency() {
    return !named(EventNames.EMERGENCY_DECLARED).isEmpty();
  }
}
