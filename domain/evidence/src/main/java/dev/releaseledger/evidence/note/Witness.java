package dev.releaseledger.evidence.note;

import dev.releaseledger.evidence.Quotable;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.merkle.MerkleHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who watches that logs only grow (C2SP tlog-witness). It decides; whoever uses it looks up the
 * last checkpoint, and keeps the new one, in one step that nobody comes between.
 *
 * @param key its own
 * @param logs which keys it trusts for which origin
 */
public record Witness(SignerKey key, Map<String, List<VerifierKey>> logs) {

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;

  /** Keeps a copy. */
  public Witness {
    logs = Map.copyOf(logs);
  }

  /** The answer to a request, given the last checkpoint cosigned for an origin. */
  public WitnessAnswer answer(
      byte[] body, Function<String, @Nullable Checkpoint> lastOf, Instant now) {
    return switch (AddCheckpoint.parse(body)) {
      case Read.Good<AddCheckpoint>(AddCheckpoint request) -> answer(request, lastOf, now);
      case Read.Bad<AddCheckpoint>(String reason) -> refused(BAD_REQUEST, reason);
    };
  }

  private WitnessAnswer answer(
      AddCheckpoint request, Function<String, @Nullable Checkpoint> lastOf, Instant now) {
    return switch (request.note()) {
      case Read.Good<Note>(Note note) -> answer(request, note, lastOf, now);
      // Signature lines that are malformed are no signatures.
      case Read.Bad<Note>(String reason) -> refused(FORBIDDEN, "invalid signature: " + reason);
    };
  }

  private WitnessAnswer answer(
      AddCheckpoint request,
      Note note,
      Function<String, @Nullable Checkpoint> lastOf,
      Instant now) {
    return switch (Checkpoint.parse(note.text())) {
      case Read.Bad<Checkpoint>(String reason) -> refused(BAD_REQUEST, reason);
      case Read.Good<Checkpoint>(Checkpoint checkpoint) -> {
        List<VerifierKey> known = logs.get(checkpoint.origin());
        if (known == null) {
          yield refused(NOT_FOUND, "unknown log: " + checkpoint.origin());
        }
        yield switch (note.verify(known)) {
          case Read.Bad<List<Signed>>(String reason) ->
              refused(FORBIDDEN, "invalid signature: " + reason);
          case Read.Good<List<Signed>>(List<Signed> signed) ->
              answer(request, checkpoint, signed, lastOf.apply(checkpoint.origin()), now);
        };
      }
    };
  }

  private WitnessAnswer answer(
      AddCheckpoint request,
      Checkpoint checkpoint,
      List<Signed> signed,
      @Nullable Checkpoint last,
      Instant now) {
    if (request.oldSize() > checkpoint.size()) {
      return refused(BAD_REQUEST, "the old size is beyond the size of the checkpoint");
    }
    long known = last == null ? 0 : last.size();
    if (request.oldSize() != known) {
      return new WitnessAnswer.Conflict(known);
    }
    return switch (goesOn(request, checkpoint, last)) {
      case Verdict.Fails(String reason) -> refused(UNPROCESSABLE, reason);
      case Verdict.Holds() -> cosigned(checkpoint, signed, now);
    };
  }

  private static Verdict goesOn(
      AddCheckpoint request, Checkpoint checkpoint, @Nullable Checkpoint last) {
    if (checkpoint.size() == 0 && !checkpoint.root().equals(MerkleHash.EMPTY)) {
      return Verdict.fails("the root of an empty log is another");
    }
    if (last == null || last.size() == 0) {
      return request.proof().isEmpty()
          ? Verdict.holds()
          : Verdict.fails("a consistency proof from size 0 has no hashes");
    }
    ConsistencyProof proof = new ConsistencyProof(last.size(), checkpoint.size(), request.proof());
    return switch (proof.verify(last.root(), checkpoint.root())) {
      case Verdict.Holds holds -> holds;
      case Verdict.Fails(String reason) -> Verdict.fails("invalid consistency proof: " + reason);
    };
  }

  private WitnessAnswer cosigned(Checkpoint checkpoint, List<Signed> signed, Instant now) {
    NoteSignature cosignature = Signing.cosign(key, checkpoint.text(), now);
    List<NoteSignature> all = new ArrayList<>(signed.stream().map(Signed::signature).toList());
    all.add(cosignature);
    return new WitnessAnswer.Cosigned(
        checkpoint, new Note(checkpoint.text(), all), List.of(cosignature));
  }

  private static WitnessAnswer refused(int status, String reason) {
    return new WitnessAnswer.Refused(status, Quotable.of(reason));
  }
}
