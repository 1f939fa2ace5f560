package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.bundle.Continuation;
import dev.releaseledger.evidence.bundle.Places;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.timestamp.TimestampVerdict;
import dev.releaseledger.evidence.trust.TrustFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What both kinds of bundle say about the log: its checkpoint, and how it goes on. */
final class LogChecks {

  private final Content content;
  private final LogKeys keys;

  LogChecks(Content content, TrustFile trust) {
    this.content = content;
    this.keys = new LogKeys(trust);
  }

  /** The checkpoint that the statement names. */
  Passed<Checkpoint> checkpoint(
      Named named, List<Stamped> anchors, List<TimestampVerdict.Valid> stamps) {
    Note note = Note.parse(content.get(Places.CHECKPOINT)).orThrow();
    LogKeys.SignedCheckpoint signed = keys.signed(note);
    Checkpoint checkpoint = signed.checkpoint();
    Stop.unless(
        checkpoint.origin().equals(named.origin())
            && checkpoint.size() == named.size()
            && checkpoint.root().equals(named.root()),
        "the statement names another checkpoint");
    signed.believedAt(earliest(checkpoint, anchors, stamps));
    return new Passed<>(
        checkpoint, Shown.of(checkpoint.origin()) + " of size " + checkpoint.size());
  }

  /** What a statement says the log was. */
  record Named(String origin, long size, Sha256 root) {}

  private static Optional<Instant> earliest(
      Checkpoint checkpoint, List<Stamped> anchors, List<TimestampVerdict.Valid> stamps) {
    Stream<Instant> held =
        anchors.stream()
            .filter(one -> one.claimed().equals(checkpoint))
            .flatMap(one -> one.time().stream())
            .map(Stamped.HeldAt::latest);
    // The statement is about the manifest, so that all files in that were there before it.
    Stream<Instant> later = stamps.stream().map(TimestampVerdict.Valid::latest);
    return Stream.concat(held, later).min(Instant::compareTo);
  }

  Passed<Boolean> continuation(Checkpoint checkpoint, Checkpoint later) {
    if (!later.origin().equals(checkpoint.origin())) {
      throw Stop.notApplicable("the statement is in the log " + Shown.of(later.origin()));
    }
    if (later.size() == checkpoint.size()) {
      Stop.unless(later.root().equals(checkpoint.root()), "two roots for one size");
      return Passed.of("it is the same checkpoint");
    }
    Stop.unless(later.size() > checkpoint.size(), "the statement was logged before the events");
    ConsistencyProof proof = Continuation.read(content.get(Continuation.OF_STATEMENT)).orThrow();
    demand(proof, checkpoint, later);
    return Passed.of("from size " + checkpoint.size() + " to " + later.size());
  }

  Passed<List<Stamped>> anchors(
      List<Stamped> anchors, List<TimestampVerdict.Valid> stamps, Checkpoint checkpoint) {
    if (anchors.isEmpty()) {
      throw Stop.notApplicable("the bundle has no anchors");
    }
    for (Stamped one : anchors) {
      Note note = Note.parse(one.anchor().checkpoint()).orThrow();
      Checkpoint held = keys.signed(note).believedAt(earliest(one.claimed(), anchors, stamps));
      demandOnTheWay(held, checkpoint);
    }
    return new Passed<>(anchors, Amounts.of(anchors.size(), "anchored checkpoint"));
  }

  private void demandOnTheWay(Checkpoint held, Checkpoint checkpoint) {
    Stop.unless(
        held.origin().equals(checkpoint.origin()), "an anchored checkpoint is of another log");
    if (held.size() == checkpoint.size()) {
      Stop.unless(
          held.root().equals(checkpoint.root()),
          "an anchored checkpoint of the same size has another root");
      return;
    }
    ConsistencyProof proof =
        content
            .consistency(held.size(), checkpoint.size())
            .orElseThrow(() -> Stop.failed("no proof leads from the anchored size " + held.size()));
    demand(proof, held, checkpoint);
  }

  static void demand(ConsistencyProof proof, Checkpoint from, Checkpoint to) {
    Stop.unless(
        proof.from() == from.size() && proof.to() == to.size(),
        "the consistency proof is of other sizes");
    if (proof.verify(from.root(), to.root()) instanceof Verdict.Fails(String reason)) {
      throw Stop.failed(reason);
    }
  }
}
