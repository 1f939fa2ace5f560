package dev.releaseledger.evidence;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveWriter;
import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.sigstore.BundleVerifier;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import dev.releaseledger.evidence.sigstore.SigstoreBundle;
import dev.releaseledger.evidence.timestamp.TimestampRequest;
import dev.releaseledger.evidence.timestamp.TimestampVerifier;
import dev.releaseledger.evidence.trust.TrustFile;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes a parser is given, it comes to an answer. */
class HostileInputTest {

  private static final long SEED = 20260601;
  private static final int ROUNDS = 1500;

  private static final SigstoreBundle BUNDLE = SampleBundle.of(SampleBundle.statement());

  record Parser(String name, byte[] sample, Function<byte[], Object> reading) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Parser> parsers() {
    TrustFile trust = SampleBundle.trust();
    BundleVerifier verifier = new BundleVerifier(trust);
    TimestampVerifier stamps = new TimestampVerifier(trust.timestampAuthorities());
    byte[] signature = BUNDLE.signature().signature();
    return List.of(
        new Parser(
            "archive",
            ArchiveWriter.write(Map.of("a/b", new byte[3], "c", new byte[9])),
            bytes -> ArchiveReader.read(bytes, ArchiveLimits.standard())),
        new Parser("envelope", BUNDLE.envelope().bytes(), Envelope::read),
        new Parser(
            "statement",
            SampleBundle.statement().bytes(),
            bytes ->
                Statement.read(bytes).then(statement -> SchemaRelease.read(statement).orThrow())),
        new Parser(
            "bundle",
            BUNDLE.bytes(),
            bytes -> SigstoreBundle.read(bytes).then(bundle -> verifier.verify(bundle).orThrow())),
        new Parser("trust", trust.bytes(), TrustFile::read),
        new Parser(
            "stamp", BUNDLE.timestamps().getFirst(), bytes -> stamps.verify(bytes, signature)),
        new Parser(
            "answer",
            BUNDLE.timestamps().getFirst(),
            bytes -> stamps.accept(bytes, new TimestampRequest(signature, BigInteger.valueOf(7)))));
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void every_input_is_answered(Parser parser) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] input = mutated(parser.sample(), random);
      assertThatCode(() -> parser.reading().apply(input))
          .as("seed %d, round %d", SEED, round)
          .doesNotThrowAnyException();
    }
  }

  private static byte[] mutated(byte[] sample, Random random) {
    byte[] bytes = sample.clone();
    for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(1 + random.nextInt(16), bytes.length - at);
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> changed(bytes, at, (byte) random.nextInt(256));
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> spliced(bytes, at + length, at, bytes.length);
            default -> spliced(bytes, at, at + length, bytes.length);
          };
    }
    return bytes;
  }

  private static byte[] changed(byte[] bytes, int at, byte value) {
    bytes[at] = value;
    return bytes;
  }

  /** The start of the bytes up to here, and the rest of them from there. */
  private static byte[] spliced(byte[] bytes, int head, int tail, int end) {
    byte[] joined = Arrays.copyOf(bytes, head + end - tail);
    System.arraycopy(bytes, tail, joined, head, end - tail);
    return joined;
  }
}
