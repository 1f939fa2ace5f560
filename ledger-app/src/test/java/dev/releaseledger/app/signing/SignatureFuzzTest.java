package dev.releaseledger.app.signing;

import static dev.releaseledger.app.signing.Vectors.DIGEST;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.evidence.fuzz.Fuzzing;
import dev.releaseledger.evidence.fuzz.Promise;
import dev.releaseledger.evidence.fuzz.Target;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an approver sends as a signature or a key, it is taken or refused. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class SignatureFuzzTest {

  private static final long SEED = 20260601;
  private static final int ROUNDS = 1500;
  private static final int LONGER = 20;

  private static final List<String> NAMES =
      List.of("ed25519", "ecdsa-256", "ecdsa-384", "ecdsa-521", "rsa-3072");
  private static final List<String> KEYS = NAMES.stream().map(Vectors::key).toList();

  private static final SshSignatures SIGNATURES = new SshSignatures();

  static List<Target> targets() {
    return List.of(
        new Target(
            "signature",
            seeds(name -> Vectors.signature(name).getBytes(UTF_8)),
            bytes -> verified(new String(bytes, UTF_8))),
        new Target(
            "signature-blob",
            seeds(name -> Armor.blob(Vectors.signature(name))),
            bytes -> verified(Armor.armored(bytes))),
        new Target(
            "key",
            seeds(name -> Vectors.key(name).getBytes(UTF_8)),
            bytes -> fingerprint(new String(bytes, UTF_8))),
        new Target(
            "key-blob",
            seeds(name -> Base64.getDecoder().decode(Vectors.key(name).split(" ", -1)[1])),
            bytes -> fingerprint(Armor.line(typeIn(bytes), bytes))));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void every_input_is_taken_or_refused(Target target) {
    Fuzzing.run(target, SEED, ROUNDS);
  }

  @ParameterizedTest
  @MethodSource("targets")
  @Tag("real")
  void every_one_of_many_inputs_is_taken_or_refused(Target target) {
    Fuzzing.run(target, SEED + 1, ROUNDS * LONGER);
  }

  private static List<byte[]> seeds(Function<String, byte[]> seed) {
    return NAMES.stream().map(seed).toList();
  }

  /** What is taken is recorded, and verifies again as it was recorded. */
  private static void verified(String armored) {
    try {
      Signature taken = SIGNATURES.verify(armored, DIGEST, KEYS);
      Promise.hold(
          SIGNATURES.verify(taken.armored(), DIGEST, KEYS).equals(taken), "taken, and changed");
    } catch (Refused refused) {
      Promise.showable(refused.refusal().detail());
    }
  }

  /** The comment behind a key is none of it. */
  private static void fingerprint(String line) {
    try {
      String fingerprint = SIGNATURES.fingerprint(line);
      String bare = String.join(" ", List.of(line.strip().split("[ \\t]+", -1)).subList(0, 2));
      Promise.hold(SIGNATURES.fingerprint(bare).equals(fingerprint), "a comment that counts");
    } catch (Refused refused) {
      Promise.showable(refused.refusal().detail());
    }
  }

  /** The name at the start of a key, if there is one: a length in four bytes, and the text. */
  private static String typeIn(byte[] blob) {
    ByteBuffer buffer = ByteBuffer.wrap(blob);
    int length = blob.length < Integer.BYTES ? -1 : buffer.getInt();
    boolean fits = length >= 0 && length <= buffer.remaining();
    return fits
        ? new String(blob, Integer.BYTES, length, ISO_8859_1).strip()
        : new String(blob, ISO_8859_1).strip();
  }
}
