package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Which releases an auditor looks at: those of the smallest keys, where the key of a release is the
 * SHA-256 of the seed, a colon and the index of its leaf. Whoever has the seed draws the same.
 */
public record Sample(String seed, int size) {

  private static final int LARGEST = 1_000_000;

  /**
   * Refuses a sample of nothing or of more than anybody looks at, and a seed that a shell would not
   * pass on as it is.
   */
  public Sample {
    if (size < 1 || size > LARGEST) {
      throw new Malformed("a sample of " + size);
    }
    if (!seed.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new Malformed("a seed has up to 64 letters, digits and . _ -");
    }
  }

  /** A release that was drawn. */
  public record Drawn(Sha256 key, ReleaseRow row) {}

  /** The releases that are drawn, in the order of their keys. */
  public List<Drawn> from(List<ReleaseRow> rows) {
    return rows.stream()
        .map(row -> new Drawn(key(row.index()), row))
        .sorted(Comparator.comparing(drawn -> drawn.key().hex()))
        .limit(size)
        .toList();
  }

  private Sha256 key(long index) {
    return Sha256.of((seed + ":" + index).getBytes(StandardCharsets.US_ASCII));
  }

  /** The releases that are drawn, as a file. */
  public byte[] csv(List<ReleaseRow> rows) {
    return Csv.of(
        List.of("seed", "key", "index", "release"),
        from(rows).stream()
            .map(drawn ->
                List.of(
                    seed,
                    drawn.key().hex(),
                    Long.toString(drawn.row().index()),
                    drawn.row().release()))
            .toList());
  }

  Json.Obj json() {
    return new Members().text("seed", seed).integer("size", size).built();
  }

  static Sample of(Fields fields) {
    long size = fields.count("size");
    if (size > LARGEST) {
      throw new Malformed("a sample of " + size);
    }
    return new Sample(fields.text("seed"), (int) size);
  }
}
