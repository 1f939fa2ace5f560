package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SamplePeriod;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  /** What the manifest lists fails by its digest wherever it is flipped. */
  private static final int CLOSER = 16;

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
  void flipped_bytes_within_files_are_noticed_more_closely_where_the_zip_is_put_right() {
    assertThat(unnoticedWithin(new SampleEvidence().bundle(), CLOSER)).isEmpty();
    assertThat(unnoticedWithin(new SamplePeriod().bundle(), CLOSER)).isEmpty();
  }

  private record Place(String file, int at) {}

  private static List<Place> unnoticedWithin(byte[] whole, int stride) {
    List<Place> places = new ArrayList<>();
    SampleEvidence.edited(
        whole,
        files ->
            files.forEach((name, content) -> {
              for (int at = 0; at < Math.max(1, content.length); at += step(name, stride)) {
                places.add(new Place(name, at));
              }
            }));
    return places.parallelStream()
        .filter(place -> verify(flippedWithin(whole, place)) != Outcome.FAILED)
        .toList();
  }

  private static int step(String name, int stride) {
    return UNLISTED.contains(name) ? Math.max(1, stride / 4) : stride;
  }

  /** The bundle with one bit of one file changed, or a byte added where the file is empty. */
  private static byte[] flippedWithin(byte[] whole, Place place) {
    return SampleEvidence.edited(
        whole,
        files -> {
          byte[] content = Objects.requireNonNull(files.get(place.file())).clone();
          if (content.length == 0) {
            content = new byte[1];
          } else {
            content[place.at()] ^= (byte) (1 << (place.at() % 8));
          }
          files.put(place.file(), content);
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
