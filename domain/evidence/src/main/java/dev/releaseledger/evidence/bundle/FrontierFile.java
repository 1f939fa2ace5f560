package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.Frontier;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * The roots of the full subtrees that a tree is made of, the largest first, each as a line of
 * Base64: with them the tree can be gone on with, and its root be computed.
 */
final class FrontierFile {

  private FrontierFile() {}

  static byte[] bytes(List<Sha256> hashes) {
    StringBuilder text = new StringBuilder();
    hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** The tree of this size that the file is the frontier of. */
  static Frontier read(byte[] file, long size) {
    String text = Utf8.decode(file);
    List<Sha256> hashes = text.lines().map(Sha256::parseBase64).toList();
    if (hashes.size() != Long.bitCount(size) || !java.util.Arrays.equals(bytes(hashes), file)) {
      throw new Malformed("a frontier of " + hashes.size() + " hashes for size " + size);
    }
    Iterator<Sha256> largestFirst = hashes.iterator();
    return Frontier.of(size, (_, _) -> largestFirst.next());
  }
}
