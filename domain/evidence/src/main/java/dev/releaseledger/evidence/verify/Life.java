package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.event.Ballot;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.Json;
import java.util.List;

/** The states that a rollout goes through, from its events alone. */
final class Life {

  private enum State {
    NONE,
    PROPOSED,
    APPLYING,
    APPLIED,
    COMPARED,
    RELEASED,
    OVER
  }

  static final String POST_APPLY = "post_apply";

  private final Ballot ballot = new Ballot();
  private State state = State.NONE;
  private boolean emergency;
  private long lease;

  /** Refuses events that are not those of a rollout that was released. */
  static Passed<Boolean> of(List<Entry> entries) {
    Life life = new Life();
    entries.forEach(life::take);
    Stop.unless(life.state == State.RELEASED, "the rollout did not come to its release");
    return Passed.of(
        entries.size()
            + " events, from the proposal to the release"
            + (life.emergency ? ", in an emergency" : ""));
  }

  private void take(Entry entry) {
    switch (entry.name()) {
      case EventNames.PLAN_PROPOSED -> {
        demand(entry, State.NONE);
        ballot.propose(entry);
        state = State.PROPOSED;
      }
      case EventNames.PLAN_APPROVED -> {
        demand(entry, State.PROPOSED);
        ballot.approve(entry);
      }
      case EventNames.APPROVAL_WITHDRAWN -> {
        demand(entry, State.PROPOSED);
        ballot.withdraw(entry);
      }
      case EventNames.PLAN_DEFERRED -> demand(entry, State.PROPOSED);
      case EventNames.EMERGENCY_DECLARED -> {
        demand(entry, State.PROPOSED);
        emergency = true;
      }
      case EventNames.APPLY_STARTED -> start(entry);
      case EventNames.APPLY_RESUMED -> {
        demand(entry, State.APPLYING);
        lease(entry);
      }
      case EventNames.STAGE_STARTED, EventNames.STATEMENT_APPLIED -> demand(entry, State.APPLYING);
      case EventNames.APPLY_SUCCEEDED -> {
        demand(entry, State.APPLYING);
        state = State.APPLIED;
      }
      case EventNames.DRIFT_CHECK_PASSED -> compared(entry, State.COMPARED);
      case EventNames.DRIFT_DETECTED -> compared(entry, State.APPLIED);
      case EventNames.RELEASE_ADVANCED -> {
        demand(entry, State.COMPARED);
        state = State.RELEASED;
      }
      case EventNames.EMERGENCY_REVIEWED, EventNames.BACKFILL_RECORDED -> alive(entry);
      case EventNames.PLAN_REJECTED,
          EventNames.PLAN_INVALIDATED,
          EventNames.ROLLOUT_ABORTED,
          EventNames.ROLLOUT_EXPIRED,
          EventNames.APPLY_FAILED ->
          state = State.OVER;
      // Notes, tickets, tests, schedules and refusals move nothing.
      default -> alive(entry);
    }
  }

  private void start(Entry entry) {
    demand(entry, State.PROPOSED);
    Stop.unless(emergency || ballot.isComplete(), "the apply started without all approvals");
    Stop.unless(emergency || gatesMet(entry), "the apply started although a gate was not met");
    lease(entry);
    state = State.APPLYING;
  }

  private static boolean gatesMet(Entry entry) {
    return !(entry.payload().find("gates") instanceof Json.Arr(List<Json> gates))
        || gates.stream()
            .allMatch(gate ->
                gate instanceof Json.Obj one
                    && one.find("met") instanceof Json.Bool(boolean met)
                    && met);
  }

  private void lease(Entry entry) {
    long token = entry.payload().integer("fencingToken");
    Stop.unless(token > lease, "a lease is not newer than the one before");
    lease = token;
  }

  private void compared(Entry entry, State then) {
    alive(entry);
    boolean afterwards = entry.text("check").map(POST_APPLY::equals).orElse(false);
    if (afterwards && (state == State.APPLIED || state == State.COMPARED)) {
      state = then;
    }
  }

  private void alive(Entry entry) {
    Stop.unless(
        state != State.NONE && state != State.OVER,
        entry.name() + " at " + entry.index() + " before the proposal or after the end");
  }

  private void demand(Entry entry, State needed) {
    Stop.unless(
        state == needed,
        Shown.of(entry.name())
            + " at "
            + entry.index()
            + " where the rollout is "
            + state.name().toLowerCase(java.util.Locale.ROOT));
  }
}
