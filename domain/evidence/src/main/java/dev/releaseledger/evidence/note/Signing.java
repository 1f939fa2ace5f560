package dev.releaseledger.evidence.note;

import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;

/** Signatures of the text of a note, with and without a time. */
public final class Signing {

  private static final int TIME_LENGTH = 8;

  private Signing() {}

  /** A signature of the text (C2SP signed-note, Ed25519). */
  public static NoteSignature sign(SignerKey key, String text) {
    require(key, KeyType.ED25519);
    return NoteSignature.of(key.verifier(), key.secret().sign(utf8(text)));
  }

  /** A statement that this was the largest checkpoint seen by then (C2SP tlog-cosignature, v1). */
  public static NoteSignature cosign(SignerKey key, String text, Instant at) {
    require(key, KeyType.COSIGNATURE);
    long time = at.getEpochSecond();
    if (time <= 0) {
      throw new IllegalArgumentException("a cosignature from before 1970");
    }
    byte[] signature = key.secret().sign(cosigned(text, time));
    ByteBuffer stamped = ByteBuffer.allocate(TIME_LENGTH + signature.length);
    return NoteSignature.of(key.verifier(), stamped.putLong(time).put(signature).array());
  }

  /** Whether the key has made this signature of the text. */
  static boolean verifies(VerifierKey key, String text, NoteSignature signature) {
    byte[] bytes = signature.signature();
    return switch (key.type()) {
      case ED25519 -> key.key().verifies(utf8(text), bytes);
      case COSIGNATURE -> {
        OptionalLong time = time(key, signature);
        yield time.isPresent()
            && key.key().verifies(cosigned(text, time.getAsLong()), withoutTime(bytes));
      }
    };
  }

  /** The seconds since 1970 that a cosignature names; it proves them only once it is verified. */
  static OptionalLong time(VerifierKey key, NoteSignature signature) {
    byte[] bytes = signature.signature();
    if (key.type() != KeyType.COSIGNATURE
        || bytes.length != TIME_LENGTH + Ed25519Key.SIGNATURE_LENGTH) {
      return OptionalLong.empty();
    }
    long time = ByteBuffer.wrap(bytes).getLong();
    return time > 0 ? OptionalLong.of(time) : OptionalLong.empty();
  }

  private static byte[] withoutTime(byte[] bytes) {
    return Arrays.copyOfRange(bytes, TIME_LENGTH, bytes.length);
  }

  private static byte[] cosigned(String text, long time) {
    return utf8("cosignature/v1\ntime " + time + "\n" + text);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void require(SignerKey key, KeyType type) {
    if (key.type() != type) {
      throw new IllegalArgumentException(key.name() + " is a key for " + key.type());
    }
  }
}
