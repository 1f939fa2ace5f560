package dev.releaseledger.app.port;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Large immutable things, kept under the SHA-256 of their bytes. */
public interface Artifacts {

  /** Keeps a text and answers with its digest, {@code sha256:<hex>}. */
  String put(String kind, String content);

  /** The text of a digest; its bytes are checked against the digest. */
  Optional<String> get(String digest);

  /** The texts of those of these digests that are kept, by digest; checked likewise. */
  Map<String, String> all(Collection<String> digests);

  /** The text of a digest that the ledger itself has written down, so that it must be there. */
  default String read(String digest) {
    return get(digest).orElseThrow(() -> new IllegalStateException("no artifact " + digest));
  }
}
