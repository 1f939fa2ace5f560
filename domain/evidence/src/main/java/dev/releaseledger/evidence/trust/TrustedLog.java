package dev.releaseledger.evidence.trust;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.VerifierKey;
import java.util.Optional;

/**
 * A key of a log, when it is believed, and up to which size: a log that is frozen there signs
 * nothing larger any more.
 */
public record TrustedLog(VerifierKey key, Period period, Optional<Long> frozenAt) {

  /** Refuses a key that signs no checkpoints. */
  public TrustedLog {
    if (key.type() != KeyType.ED25519) {
      throw new Malformed("the key of a log is one of type " + KeyType.ED25519.code());
    }
  }

  /** Whether a checkpoint of this size can be of this log. */
  public boolean admits(long size) {
    return frozenAt.map(frozen -> size <= frozen).orElse(true);
  }

  Json.Obj json() {
    return period
        .into(new Members().text("key", key.text()))
        .put("frozenAt", frozenAt, Json.Num::of)
        .built();
  }

  static TrustedLog of(Fields fields) {
    return new TrustedLog(
        VerifierKey.parse(fields.text("key")).orThrow(),
        Period.of(fields),
        fields.optionalCount("frozenAt"));
  }
}
