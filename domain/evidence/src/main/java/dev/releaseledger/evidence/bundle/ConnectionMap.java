package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.util.List;

/**
 * One digest for what events say of each connection: where there is one connection, its digest;
 * where there are several, the SHA-256 of the canonical JSON of all.
 */
public final class ConnectionMap {

  private ConnectionMap() {}

  /** The digest of a member of an event such as {@code schemas} or {@code observed}. */
  public static Sha256 digest(Json.Obj byConnection) {
    if (byConnection.members().size() == 1) {
      String only = byConnection.members().firstKey();
      return Entry.digestOf(byConnection.text(only));
    }
    return Sha256.of(Canonical.bytes(byConnection));
  }

  /** The digest of the statements that ran, from the digest of each in their order. */
  public static Sha256 executed(List<String> sqlDigests) {
    List<Json> elements = sqlDigests.stream().<Json>map(Json.Str::new).toList();
    return Sha256.of(Canonical.bytes(new Json.Arr(elements)));
  }
}
