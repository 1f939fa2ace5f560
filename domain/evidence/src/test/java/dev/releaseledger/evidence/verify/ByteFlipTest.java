package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import dev.releaseledger.evidence.archive.ArchiveWriter;
import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SamplePeriod;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No byte of a bundle can change unnoticed; there is no file that nothing vouches for. */
class ByteFlipTest {

  /** What no manifest lists, since it comes after it: each of these has to prove itself. */
  private static final Set<String> UNLISTED =
      Set.of(
          "manifest.json",
          "statement.json",
          "statement.consistency",
          "release.sigstore.json",
          "period.sigstore.json");

  /** Prime, so that they fall on every part of every structure in the end. */
  private static final int STRIDE = 101;

  private static final int STRIDE_WHERE_UNLISTED = 11;

  private static final TrustFile TRUST = SampleEvidence.trust();

  private record Sample(BundleKind kind, byte[] bundle) {
    @Override
    public String toString() {
      return kind.toString();
    }
  }

  private record Place(String file, int at) {}

  static List<Sample> samples() {
    return List.of(
        new Sample(BundleKind.RELEASE, new SampleEvidence().bundle()),
        new Sample(BundleKind.PERIOD, new SamplePeriod().bundle()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_flipped_byte_is_noticed(Sample sample) {
    byte[] whole = sample.bundle();
    assertThat(verify(whole)).isEqualTo(Outcome.VERIFIED);
    assertThat(
            IntStream.range(0, whole.length)
                .parallel()
                .filter(at -> verify(flipped(whole, at)) != Outcome.FAILED))
        .isEmpty();
  }

  /** The checksums of the zip are put right, so that it is not the zip that notices. */
  @ParameterizedTest
  @MethodSource("samples")
  void flipped_bytes_are_noticed_where_the_zip_is_put_right(Sample sample) {
    assertThat(unnoticed(sample, STRIDE, STRIDE_WHERE_UNLISTED)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  @Tag("real")
  void every_flipped_byte_is_noticed_where_the_zip_is_put_right(Sample sample) {
    assertThat(unnoticed(sample, 1, 1)).isEmpty();
  }

  private static List<Place> unnoticed(Sample sample, int stride, int strideWhereUnlisted) {
    SortedMap<String, byte[]> files = filesOf(sample.bundle());
    Stream<Place> places =
        files.entrySet().stream()
            .flatMap(file -> {
              int step = UNLISTED.contains(file.getKey()) ? strideWhereUnlisted : stride;
              int length = Math.max(1, file.getValue().length);
              return IntStream.iterate(0, at -> at < length, at -> at + step)
                  .mapToObj(at -> new Place(file.getKey(), at));
            });
    return places.toList().parallelStream()
        .filter(place -> !isNoticed(sample.kind(), edited(files, place)))
        .toList();
  }

  /** The verifier makes these two checks first of all; one that fails is enough. */
  private static boolean isNoticed(BundleKind kind, SortedMap<String, byte[]> files) {
    Content content = new Content(files);
    return fails(Check.MANIFEST, () -> ManifestCheck.of(content))
        || fails(
            Check.SIGNATURE,
            () -> new StatementCheck(content).signature(TRUST, kind.statementBundle()))
        || verify(ArchiveWriter.write(files)) == Outcome.FAILED;
  }

  private static <T> boolean fails(Check check, Supplier<Passed<T>> looking) {
    Findings findings = new Findings();
    return findings.make(check, looking).value().isEmpty()
        && Outcome.of(findings.all()) == Outcome.FAILED;
  }

  private static SortedMap<String, byte[]> filesOf(byte[] bundle) {
    return switch (ArchiveReader.read(bundle, ArchiveLimits.standard())) {
      case ArchiveReading.Opened(var files) -> files;
      case ArchiveReading.Refused refused -> throw new AssertionError(refused.sentence());
    };
  }

  /** The files with one bit of one of them changed, or a byte added where it is empty. */
  private static SortedMap<String, byte[]> edited(SortedMap<String, byte[]> files, Place place) {
    SortedMap<String, byte[]> edited = new TreeMap<>(files);
    edited.computeIfPresent(
        place.file(),
        (_, content) -> content.length == 0 ? new byte[1] : flipped(content, place.at()));
    return edited;
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = Arrays.copyOf(bytes, bytes.length);
    flipped[at] ^= (byte) (1 << (at % 8));
    return flipped;
  }

  private static Outcome verify(byte[] bundle) {
    return new EvidenceVerifier(TRUST, Optional.empty()).verify(bundle).outcome();
  }
}
