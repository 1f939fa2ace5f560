package dev.releaseledger.evidence.note;

import dev.releaseledger.evidence.Decimal;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.SignerKey;
import java.util.List;

/**
 * What a log says about itself: its size and its root (C2SP tlog-checkpoint).
 *
 * @param origin which log
 * @param size how many leaves it has
 * @param root the root of their tree
 * @param extensions further lines, which have no meaning here
 */
public record Checkpoint(String origin, long size, Sha256 root, List<String> extensions) {

  /** Refuses what cannot be written as a checkpoint. */
  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
      throw new Malformed("a checkpoint without origin");
    }
    if (size < 0) {
      throw new Malformed("a checkpoint of negative size");
    }
    if (extensions.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
      throw new Malformed("an empty extension line in a checkpoint");
    }
  }

  /** A checkpoint without extension lines. */
  public Checkpoint(String origin, long size, Sha256 root) {
    this(origin, size, root, List.of());
  }

  /** The checkpoint of this text, which is that of a note. */
  public static Read<Checkpoint> parse(String text) {
    return Read.of(() -> parsed(text));
  }

  private static Checkpoint parsed(String text) {
    if (!text.endsWith("\n")) {
      throw new Malformed("a checkpoint ends with a newline");
    }
    List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() < 3) {
      throw new Malformed("a checkpoint has an origin, a size and a root");
    }
    return new Checkpoint(
        lines.get(0),
        Decimal.parse(lines.get(1)),
        Sha256.parseBase64(lines.get(2)),
        lines.subList(3, lines.size()));
  }

  /** The text that is signed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The note in which the log says it. */
  public Note sign(SignerKey... keys) {
    return new Note(text(), List.of(keys).stream().map(key -> Signing.sign(key, text())).toList());
  }
}
