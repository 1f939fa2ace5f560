package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SamplePeriod;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No byte of a bundle can change unnoticed; there is no file that nothing vouches for. */
class ByteFlipTest {

  /** Prime, so that it falls on every part of every structure in the end. */
  private static final int STRIDE = 251;

  /** What no manifest lists, since it comes after it: each of these has to prove itself. */
  private static final Set<String> UNLISTED =
      Set.of(
          "manifest.json",
          "statement.json",
          "statement.consistency",
          "release.sigstore.json",
          "period.sigstore.json");

  private static final TrustFile TRUST = SampleEvidence.trust();

  @Test
  void a_flipped_byte_of_a_release_is_noticed() {
    assertThat(unnoticed(new SampleEvidence().bundle(), STRIDE)).isEmpty();
  }

  @Test
  void a_flipped_byte_of_a_period_is_noticed() {
    assertThat(unnoticed(new SamplePeriod().bundle(), STRIDE)).isEmpty();
  }

  @Test
  @Tag("real")
  void every_flipped_byte_of_a_release_is_noticed() {
    assertThat(unnoticed(new SampleEvidence().bundle(), 1)).isEmpty();
  }

  @Test
  @Tag("real")
  void every_flipped_byte_of_a_period_is_noticed() {
    assertThat(unnoticed(new SamplePeriod().bundle(), 1)).isEmpty();
  }

  /** The checksums of the zip are put right, so that it is not the zip that notices. */
  @Test
  void a_flipped_byte_within_a_file_is_noticed_where_the_zip_is_put_right() {
    assertThat(unnoticedWithin(new SampleEvidence().bundle(), STRIDE)).isEmpty();
    assertThat(unnoticedWithin(new SamplePeriod().bundle(), STRIDE)).isEmpty();
  }

  @Test
  @Tag("real")
  void every_flipped_byte_within_a_file_is_noticed_where_the_zip_is_put_right() {
    assertThat(unnoticedWithin(new SampleEvidence().bundle(), 1)).isEmpty();
    assertThat(unnoticedWithin(new SamplePeriod().bundle(), 1)).isEmpty();
  }

  private static List<String> unnoticedWithin(byte[] whole, int stride) {
    List<String> unnoticed = new ArrayList<>();
    Map<String, Integer> lengths = new TreeMap<>();
    SampleEvidence.edited(
        whole, files -> files.forEach((name, content) -> lengths.put(name, content.length)));
    lengths.forEach((name, length) ->
        IntStream.iterate(0, at -> at < Math.max(1, length), at -> at + step(name, stride))
            .filter(at -> verify(flippedWithin(whole, name, at)) != Outcome.FAILED)
            .forEach(at -> unnoticed.add(name + " at " + at)));
    return unnoticed;
  }

  private static int step(String name, int stride) {
    return UNLISTED.contains(name) ? Math.max(1, stride / 10) : stride;
  }

  /** The bundle with one bit of one file changed, or a byte added where the file is empty. */
  private static byte[] flippedWithin(byte[] whole, String name, int at) {
    return SampleEvidence.edited(
        whole,
        files -> {
          byte[] content = Objects.requireNonNull(files.get(name)).clone();
          if (content.length == 0) {
            content = new byte[1];
          } else {
            content[at] ^= (byte) (1 << (at % 8));
          }
          files.put(name, content);
        });
  }

  private static List<Integer> unnoticed(byte[] whole, int stride) {
    assertThat(verify(whole)).isEqualTo(Outcome.VERIFIED);
    return IntStream.iterate(0, at -> at < whole.length, at -> at + stride)
        .parallel()
        .filter(at -> {
          byte[] flipped = whole.clone();
          flipped[at] ^= (byte) (1 << (at % 8));
          return verify(flipped) != Outcome.FAILED;
        })
        .boxed()
        .toList();
  }

  private static Outcome verify(byte[] bundle) {
    return new EvidenceVerifier(TRUST, Optional.empty()).verify(bundle).outcome();
  }
}
