package dev.releaseledger.evidence.log;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Decimal;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.InclusionProof;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.TrustPolicy;
import dev.releaseledger.evidence.note.TrustPolicy.Trusted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The proof, in one file, that an entry is in a log (C2SP tlog-proof).
 *
 * @param extra what else the writer wanted to say, in Base64, often nothing; nobody has signed it
 * @param index of the entry
 * @param path from the leaf to the root of the checkpoint
 * @param checkpoint the text of the signed checkpoint, as the log and the witnesses gave it
 */
public record TlogProof(String extra, long index, List<Sha256> path, String checkpoint) {

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int MAX_PATH = 63;
  private static final int MAX_BYTES = 1 << 20;

  /** Refuses what cannot be written as a proof. */
  public TlogProof {
    path = List.copyOf(path);
    Base64Text.decode(extra);
    if (index < 0 || path.size() > MAX_PATH) {
      throw new Malformed("a proof with a negative index, or of more than 63 hashes");
    }
    if (checkpoint.isEmpty()) {
      throw new Malformed("a proof without checkpoint");
    }
  }

  /** The proof of an entry in the tree of a signed checkpoint. */
  public static TlogProof of(InclusionProof inclusion, Note checkpoint) {
    return new TlogProof("", inclusion.index(), inclusion.path(), checkpoint.written());
  }

  /** The proof of this file. Its checkpoint is looked at when the proof is verified. */
  public static Read<TlogProof> parse(byte[] file) {
    return Read.of(() -> parsed(file));
  }

  private static TlogProof parsed(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw new Malformed("a proof of more than " + MAX_BYTES + " bytes");
    }
    String text = Utf8.decode(file);
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw new Malformed("a proof has an empty line before its checkpoint");
    }
    Iterator<String> lines = List.of(text.substring(0, blank).split("\n", -1)).iterator();
    if (!lines.next().equals(HEADER)) {
      throw new Malformed("a proof starts with " + HEADER);
    }
    String line = next(lines);
    String extra = "";
    if (line.startsWith(EXTRA)) {
      extra = line.substring(EXTRA.length());
      if (extra.isEmpty()) {
        throw new Malformed("a proof without extra data has no line for it");
      }
      line = next(lines);
    }
    if (!line.startsWith(INDEX)) {
      throw new Malformed("a proof has the index of the entry");
    }
    long index = Decimal.parse(line.substring(INDEX.length()));
    List<Sha256> path = new ArrayList<>();
    while (lines.hasNext()) {
      path.add(Sha256.parseBase64(lines.next()));
    }
    return new TlogProof(extra, index, path, text.substring(blank + 2));
  }

  private static String next(Iterator<String> lines) {
    if (!lines.hasNext()) {
      throw new Malformed("a proof has the index of the entry");
    }
    return lines.next();
  }

  /** The file. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    if (!extra.isEmpty()) {
      text.append(EXTRA).append(extra).append('\n');
    }
    text.append(INDEX).append(index).append('\n');
    path.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(checkpoint).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The signed checkpoint. */
  public Read<Note> note() {
    return Note.parse(checkpoint.getBytes(StandardCharsets.UTF_8));
  }

  /** The checkpoint that the policy believes and that has this entry at the index. */
  public Read<Trusted> verify(byte[] entry, TrustPolicy policy) {
    return note()
        .then(note -> policy.verify(note).orThrow())
        .then(trusted -> {
          InclusionProof inclusion = new InclusionProof(index, trusted.checkpoint().size(), path);
          inclusion.verify(MerkleHash.leaf(entry), trusted.checkpoint().root()).orThrow();
          return trusted;
        });
  }
}
