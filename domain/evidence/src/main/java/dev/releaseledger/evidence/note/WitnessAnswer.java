package dev.releaseledger.evidence.note;

import java.util.List;
import java.util.stream.Collectors;

/** What a witness answers to a request (C2SP tlog-witness, add-checkpoint). */
public sealed interface WitnessAnswer {

  /** The status of HTTP. */
  int status();

  /** The body of the answer. */
  String body();

  /** The type of the body. */
  default String contentType() {
    return "text/plain; charset=utf-8";
  }

  /**
   * The checkpoint goes on from the last one. It has to be kept before the answer is sent.
   *
   * @param checkpoint the new last one of its origin
   * @param note the checkpoint with the signature of its log and those of the witness
   * @param cosignatures those of the witness
   */
  record Cosigned(Checkpoint checkpoint, Note note, List<NoteSignature> cosignatures)
      implements WitnessAnswer {

    @Override
    public int status() {
      return 200;
    }

    @Override
    public String body() {
      return cosignatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }
  }

  /**
   * The log goes on from another size than the witness knows.
   *
   * @param size the size that the witness knows
   */
  record Conflict(long size) implements WitnessAnswer {

    @Override
    public int status() {
      return 409;
    }

    @Override
    public String body() {
      return size + "\n";
    }

    @Override
    public String contentType() {
      return "text/x.tlog.size";
    }
  }

  /**
   * The witness does not cosign.
   *
   * @param status of HTTP
   * @param reason why
   */
  record Refused(int status, String reason) implements WitnessAnswer {

    @Override
    public String body() {
      return reason + "\n";
    }
  }
}
