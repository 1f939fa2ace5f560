package dev.releaseledger.evidence.note;

import dev.releaseledger.evidence.Decimal;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.key.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log asks a witness: to cosign a checkpoint that goes on from an earlier one (C2SP
 * tlog-witness, add-checkpoint).
 *
 * @param oldSize size of the earlier checkpoint, 0 for none
 * @param proof that the new checkpoint goes on from it
 * @param checkpoint the text of the new checkpoint with its signatures
 */
public record AddCheckpoint(long oldSize, List<Sha256> proof, String checkpoint) {

  /** How many hashes a consistency proof can have. */
  public static final int MAX_PROOF = 63;

  private static final String OLD = "old ";

  /** Refuses a longer proof than any tree has. */
  public AddCheckpoint {
    proof = List.copyOf(proof);
    if (proof.size() > MAX_PROOF) {
      throw new Malformed("a consistency proof of more than " + MAX_PROOF + " hashes");
    }
  }

  /** The request to cosign this checkpoint, which goes on from an earlier one or is the first. */
  public static AddCheckpoint of(long oldSize, List<Sha256> proof, Note checkpoint) {
    return new AddCheckpoint(oldSize, proof, checkpoint.written());
  }

  /** The request with this body. Its checkpoint is looked at by the witness. */
  public static Read<AddCheckpoint> parse(byte[] body) {
    return Read.of(() -> parsed(Utf8.decode(body)));
  }

  private static AddCheckpoint parsed(String body) {
    int blank = body.indexOf("\n\n");
    if (blank < 0) {
      throw new Malformed("a request has an old size, a proof, an empty line and a checkpoint");
    }
    String[] lines = body.substring(0, blank).split("\n", -1);
    if (!lines[0].startsWith(OLD)) {
      throw new Malformed("a request starts with the old size");
    }
    long oldSize = Decimal.parse(lines[0].substring(OLD.length()));
    if (lines.length - 1 > MAX_PROOF) {
      throw new Malformed("a consistency proof of more than " + MAX_PROOF + " hashes");
    }
    List<Sha256> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      proof.add(Sha256.parseBase64(lines[i]));
    }
    return new AddCheckpoint(oldSize, proof, body.substring(blank + 2));
  }

  /** The signed checkpoint. */
  public Read<Note> note() {
    return Note.parse(checkpoint.getBytes(StandardCharsets.UTF_8));
  }

  /** The body of the request. */
  public byte[] bytes() {
    StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
    proof.forEach(hash -> body.append(hash.base64()).append('\n'));
    body.append('\n').append(checkpoint);
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
