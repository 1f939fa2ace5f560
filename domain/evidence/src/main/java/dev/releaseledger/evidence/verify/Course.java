package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import java.util.List;
import java.util.Optional;

/**
 * The events of one rollout, in their order, and what was said of it.
 *
 * @param stream all events of its environment that are there
 */
record Course(SchemaRelease said, List<Entry> entries, List<Entry> stream) {

  static Course of(SchemaRelease said, List<Entry> all) {
    String rollout = said.change().id();
    Entry proposal =
        all.stream()
            .filter(entry -> entry.is(EventNames.PLAN_PROPOSED) && entry.isAbout(rollout))
            .findFirst()
            .orElseThrow(() -> Stop.failed("there is no " + EventNames.PLAN_PROPOSED));
    // An event of another stream that names the rollout is no part of it.
    List<Entry> stream = all.stream().filter(entry -> entry.isIn(proposal.leaf())).toList();
    return new Course(
        said, stream.stream().filter(entry -> entry.isAbout(rollout)).toList(), stream);
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

  /** The last comparison after the apply that found nothing. */
  Entry compared() {
    return named(EventNames.DRIFT_CHECK_PASSED).stream()
        .filter(entry -> entry.text("check").equals(Optional.of(Life.POST_APPLY)))
        .reduce((_, later) -> later)
        .orElseThrow(() -> Stop.failed("no comparison followed the apply"));
  }

  /** How the release before became that of the environment, where that is there. */
  Optional<Entry> previous() {
    Entry released = last(EventNames.RELEASE_ADVANCED);
    return stream.stream()
        .filter(entry -> entry.is(EventNames.RELEASE_ADVANCED))
        .filter(entry -> entry.index() < released.index())
        .filter(entry -> entry.text("release").equals(released.text("previous")))
        .reduce((_, later) -> later);
  }

  boolean isEmergency() {
    return !named(EventNames.EMERGENCY_DECLARED).isEmpty();
  }
}
