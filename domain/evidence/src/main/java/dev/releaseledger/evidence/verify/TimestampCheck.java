package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.Anchor;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signed;
import dev.releaseledger.evidence.timestamp.TimestampFault;
import dev.releaseledger.evidence.timestamp.TimestampVerdict;
import dev.releaseledger.evidence.timestamp.TimestampVerifier;
import dev.releaseledger.evidence.trust.TrustFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the receipts of anchors hold, and which time they say. */
final class TimestampCheck {

  private final TrustFile trust;
  private final TimestampVerifier verifier;
  private final WitnessKeys witnesses;
  private int strangers;

  TimestampCheck(TrustFile trust) {
    this.trust = trust;
    this.verifier = new TimestampVerifier(trust.timestampAuthorities());
    this.witnesses = new WitnessKeys(trust);
  }

  Passed<List<Stamped>> of(List<Anchor> anchors) {
    List<Stamped> stamped = new ArrayList<>();
    for (Anchor anchor : anchors) {
      stamped.add(looked(anchor));
    }
    long timed = stamped.stream().filter(one -> one.time().isPresent()).count();
    String others = strangers == 0 ? "" : ", " + strangers + " of authorities that are not trusted";
    return new Passed<>(
        stamped, timed + " of " + Amounts.of(anchors.size(), "anchor") + " with a time" + others);
  }

  private Stamped looked(Anchor anchor) {
    Note note = Note.parse(anchor.checkpoint()).orThrow();
    Checkpoint claimed = Checkpoint.parse(note.text()).orThrow();
    return switch (anchor.kind()) {
      case RFC3161 -> stamp(anchor, claimed);
      case WITNESS -> cosigned(anchor, note, claimed);
      // What such a place holds is seen by whoever looks there, and not from a copy.
      case GIT, EXPORT -> new Stamped(anchor, claimed, false, Optional.empty());
    };
  }

  private Stamped stamp(Anchor anchor, Checkpoint claimed) {
    return switch (verifier.verify(anchor.receipt(), anchor.checkpoint())) {
      case TimestampVerdict.Valid valid ->
          new Stamped(
              anchor,
              claimed,
              true,
              Optional.of(new Stamped.HeldAt(valid.at().minus(valid.accuracy()), valid.latest())));
      case TimestampVerdict.Refused(TimestampFault fault, String detail)
          when fault == TimestampFault.UNTRUSTED
              || fault == TimestampFault.SIGNER_UNKNOWN
              || trust.timestampAuthorities().isEmpty() -> {
        strangers++;
        yield new Stamped(anchor, claimed, false, Optional.empty());
      }
      case TimestampVerdict.Refused refused ->
          throw Stop.failed(
              "the time stamp of the checkpoint of size "
                  + claimed.size()
                  + ": "
                  + refused.sentence());
    };
  }

  private Stamped cosigned(Anchor anchor, Note note, Checkpoint claimed) {
    List<Signed> signed = witnesses.cosignatures(note);
    Optional<Instant> first =
        signed.stream().flatMap(one -> one.at().stream()).min(Instant::compareTo);
    return new Stamped(
        anchor,
        claimed,
        !signed.isEmpty(),
        first.map(at -> new Stamped.HeldAt(at, at.plusSeconds(1))));
  }
}
