package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.log.LogChange;
import dev.releaseledger.evidence.log.LogHistory;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.note.Checkpoint;
import java.util.Optional;

/** Whether the log of a bundle goes on from a checkpoint that somebody held, or the reverse. */
record AgainstCheck(
    Content content, Optional<Held> held, Optional<Leaves> leaves, Optional<LogHistory> history) {

  Passed<Checkpoint> of(Checkpoint checkpoint) {
    Held kept =
        held.orElseThrow(() -> Stop.notApplicable("no earlier checkpoint or bundle was given"));
    Checkpoint before = kept.checkpoint();
    if (!before.origin().equals(checkpoint.origin())) {
      return goneOnFrom(before);
    }
    if (before.size() == checkpoint.size()) {
      Stop.unless(before.root().equals(checkpoint.root()), "two roots for one size");
      return new Passed<>(before, "the same checkpoint is held");
    }
    if (leaves.isPresent() && leaves.get().reaches(before.size())) {
      Stop.unless(
          leaves.get().rootAt(before.size()).equals(before.root()),
          "the leaves lead to another root at size " + before.size());
    } else if (before.size() < checkpoint.size()) {
      demand(content.consistency(before.size(), checkpoint.size()), before, checkpoint);
    } else {
      demand(kept.proofFrom(checkpoint.size()), checkpoint, before);
    }
    return new Passed<>(before, "a checkpoint of size " + before.size() + " is held");
  }

  /** What is held may be the end of the log that this one goes on from. */
  private Passed<Checkpoint> goneOnFrom(Checkpoint before) {
    LogChange.Continued continued =
        history
            .flatMap(LogHistory::continued)
            .filter(it -> it.origin().equals(before.origin()))
            .orElseThrow(() -> Stop.failed("what is held is of another log"));
    if (continued.size() != before.size()) {
      throw Stop.notMet(
          "the log goes on from size "
              + continued.size()
              + " of the log that is held; give the checkpoint of that size");
    }
    Stop.unless(
        continued.root().equals(before.root()), "the log goes on from another root of that size");
    return new Passed<>(before, "the log goes on from what is held, the end of another log");
  }

  private static void demand(Optional<ConsistencyProof> proof, Checkpoint from, Checkpoint to) {
    if (from.size() == 0) {
      return;
    }
    LogChecks.demand(
        proof.orElseThrow(() ->
            Stop.notMet(
                "no proof is there from size "
                    + from.size()
                    + " to "
                    + to.size()
                    + "; ask for an export with it")),
        from,
        to);
  }
}
