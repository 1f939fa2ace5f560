package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Decimal;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A consistency proof in a file: a line {@code old SIZE}, a line {@code new SIZE}, and a line of
 * Base64 for each hash, as in a request to a witness (C2SP tlog-witness).
 */
public final class Continuation {

  /** Where proofs from earlier checkpoints are in the archive. */
  public static final String FOLDER = "consistency/";

  /** Where the proof from the checkpoint to that of the statement is. */
  public static final String OF_STATEMENT = "statement.consistency";

  private static final String OLD = "old ";
  private static final String NEW = "new ";

  private Continuation() {}

  /** Where the proof between these sizes is in the archive. */
  public static String path(long from, long to) {
    return FOLDER + from + "-" + to;
  }

  /** The file of a proof. */
  public static byte[] bytes(ConsistencyProof proof) {
    StringBuilder text = new StringBuilder();
    text.append(OLD).append(proof.from()).append('\n').append(NEW).append(proof.to()).append('\n');
    proof.path().forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** The proof in a file. */
  public static Read<ConsistencyProof> read(byte[] file) {
    return Read.of(() -> {
      List<String> lines = List.of(Utf8.decode(file).split("\n", -1));
      if (lines.size() < 3 || !lines.getFirst().startsWith(OLD) || !lines.get(1).startsWith(NEW)) {
        throw new Malformed("a consistency proof starts with the old and the new size");
      }
      ConsistencyProof proof =
          new ConsistencyProof(
              Decimal.parse(lines.getFirst().substring(OLD.length())),
              Decimal.parse(lines.get(1).substring(NEW.length())),
              hashes(lines.stream().skip(2).limit(lines.size() - 3L)));
      if (!Arrays.equals(bytes(proof), file)) {
        throw new Malformed("a consistency proof that is not in its only form");
      }
      return proof;
    });
  }

  private static List<Sha256> hashes(Stream<String> lines) {
    return lines.map(Sha256::parseBase64).toList();
  }
}
