package dev.releaseledger.evidence.trust;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.VerifierKey;
import java.util.Optional;

/**
 * A key of a log, when it is believed, and of which sizes.
 *
 * @param firstSize of the smallest checkpoint that it signs, where another key signed before it
 * @param lastSize of the largest checkpoint that it signs, where it was retired
 * @param frozenAt the size at which the log ended, where it did; no key signs anything larger
 */
public record TrustedLog(
    VerifierKey key,
    Period period,
    Optional<Long> firstSize,
    Optional<Long> lastSize,
    Optional<Long> frozenAt) {

  /** Refuses a key that signs no checkpoints. */
  public TrustedLog {
    if (key.type() != KeyType.ED25519) {
      throw new Malformed("the key of a log is one of type " + KeyType.ED25519.code());
    }
    if (firstSize.isPresent() && lastSize.isPresent() && firstSize.get() > lastSize.get()) {
      throw new Malformed("a key of a log that is retired before it signs");
    }
  }

  /** A key that has signed from the first leaf on, and signs until the log is frozen. */
  public TrustedLog(VerifierKey key, Period period, Optional<Long> frozenAt) {
    this(key, period, Optional.empty(), Optional.empty(), frozenAt);
  }

  /** Whether the log can have a checkpoint of this size. */
  public boolean admits(long size) {
    return frozenAt.map(frozen -> size <= frozen).orElse(true);
  }

  /** Whether the key signs checkpoints of this size; that nothing is in a log, any of its keys. */
  public boolean signs(long size) {
    return size == 0
        || (firstSize.map(first -> size >= first).orElse(true)
            && lastSize.map(last -> size <= last).orElse(true));
  }

  Json.Obj json() {
    return period
        .into(new Members().text("key", key.text()))
        .put("firstSize", firstSize, Json.Num::of)
        .put("frozenAt", frozenAt, Json.Num::of)
        .put("lastSize", lastSize, Json.Num::of)
        .built();
  }

  static TrustedLog of(Fields fields) {
    return new TrustedLog(
        VerifierKey.parse(fields.text("key")).orThrow(),
        Period.of(fields),
        fields.optionalCount("firstSize"),
        fields.optionalCount("lastSize"),
        fields.optionalCount("frozenAt"));
  }
}
