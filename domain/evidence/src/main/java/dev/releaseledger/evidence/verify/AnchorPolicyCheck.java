package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether checkpoints that have every event are held in enough places. */
record AnchorPolicyCheck(TrustFile trust, List<Stamped> anchors, Optional<Checkpoint> held) {

  Passed<Boolean> of(Note checkpoint, long lastIndex) {
    AnchorPolicy policy = trust.anchors();
    Set<AnchorPolicy.Kind> kinds = EnumSet.noneOf(AnchorPolicy.Kind.class);
    for (Stamped one : anchors) {
      if (one.claimed().size() > lastIndex && (one.counts() || isWhatIsHeld(one))) {
        kinds.add(one.anchor().kind());
      }
    }
    if (!new WitnessKeys(trust).cosignatures(checkpoint).isEmpty()) {
      kinds.add(AnchorPolicy.Kind.WITNESS);
    }
    // What is held is one place: the repository that it was taken from, or else an export.
    if (held.isPresent()
        && held.get().size() > lastIndex
        && anchors.stream().noneMatch(this::isWhatIsHeld)) {
      kinds.add(AnchorPolicy.Kind.EXPORT);
    }
    long counted = policy.of().stream().filter(kinds::contains).count();
    String said =
        policy.required() == 0
            ? "the trust file demands none"
            : "held in %d of %s, %d needed"
                .formatted(
                    counted,
                    Amounts.of(policy.of().size(), "kind") + " of places",
                    policy.required());
    if (!policy.isMetBy(kinds)) {
      throw Stop.notMet(said);
    }
    return Passed.of(said);
  }

  /** Whoever took the checkpoint out of a repository and gave it has looked there. */
  private boolean isWhatIsHeld(Stamped one) {
    return one.anchor().kind() == AnchorPolicy.Kind.GIT
        && held.map(one.claimed()::equals).orElse(false);
  }
}
