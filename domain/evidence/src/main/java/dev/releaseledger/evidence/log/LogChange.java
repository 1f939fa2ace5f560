package dev.releaseledger.evidence.log;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.note.Note;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * An event about the log itself, which takes effect with its own leaf: a checkpoint that has the
 * leaf is signed as the event says.
 */
public sealed interface LogChange {

  /** The names of these events, as docs/events.md has them. */
  Set<String> NAMES = Set.of(Rotated.NAME, Retired.NAME, Frozen.NAME, Continued.NAME);

  /** The index of its leaf. */
  long index();

  /** A key signs beside the one before. */
  record Rotated(long index, String origin, VerifierKey previous, VerifierKey key, Note note)
      implements LogChange {
    /** The name of the event. */
    public static final String NAME = "log-key-rotated";
  }

  /** The key before signs no longer. */
  record Retired(long index, String origin, VerifierKey retired, VerifierKey key)
      implements LogChange {
    /** The name of the event. */
    public static final String NAME = "log-key-retired";
  }

  /**
   * Nothing follows.
   *
   * @param size of a checkpoint before
   * @param root of that checkpoint
   * @param compromised whether nothing behind that checkpoint is to be believed
   */
  record Frozen(long index, String origin, long size, Sha256 root, boolean compromised)
      implements LogChange {
    /** The name of the event. */
    public static final String NAME = "log-frozen";

    /** Up to which size the log is to be believed. */
    public long believedSize() {
      return compromised ? size : index + 1;
    }
  }

  /** The log begins where another one has ended. */
  record Continued(long index, String origin, long size, Sha256 root) implements LogChange {
    /** The name of the event. */
    public static final String NAME = "log-continued";
  }

  /** The change that the payload of an event of one of these names is. */
  static LogChange of(long index, String name, Json.Obj payload) {
    return switch (name) {
      case Rotated.NAME ->
          new Rotated(
              index,
              payload.text("origin"),
              key(payload, "previous"),
              key(payload, "key"),
              Note.parse(payload.text("note").getBytes(StandardCharsets.UTF_8)).orThrow());
      case Retired.NAME ->
          new Retired(index, payload.text("origin"), key(payload, "retired"), key(payload, "key"));
      case Frozen.NAME ->
          new Frozen(
              index,
              payload.text("origin"),
              payload.integer("size"),
              Sha256.parseBase64(payload.text("root")),
              payload.find("compromised") instanceof Json.Bool(boolean yes) && yes);
      case Continued.NAME ->
          new Continued(
              index,
              payload.text("origin"),
              payload.integer("size"),
              Sha256.parseBase64(payload.text("root")));
      default -> throw new Malformed("no change of the log is called so");
    };
  }

  private static VerifierKey key(Json.Obj payload, String name) {
    VerifierKey key = VerifierKey.parse(payload.text(name)).orThrow();
    if (key.type() != KeyType.ED25519 || !key.name().equals(payload.text("origin"))) {
      throw new Malformed("\"" + name + "\" is no key of this log");
    }
    return key;
  }
}
