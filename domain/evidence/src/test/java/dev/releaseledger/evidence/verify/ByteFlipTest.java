package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SamplePeriod;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No byte of a bundle can change unnoticed; there is no file that nothing vouches for. */
class ByteFlipTest {

  /** Prime, so that it falls on every part of every structure in the end. */
  private static final int STRIDE = 61;

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

  /**
   * Bytes within files are flipped with the checksum of the zip put right, so that it is not the
   * zip that notices.
   */
  @Test
  void a_flipped_byte_within_a_file_is_noticed_where_the_zip_is_put_right() {
    byte[] whole = new SampleEvidence().bundle();
    List<String> unnoticed = new ArrayList<>();
    List<String> names = new ArrayList<>();
    SampleEvidence.edited(whole, files -> names.addAll(files.keySet()));
    for (String name : names) {
      for (int at = 0; at < 3; at++) {
        int place = at;
        byte[] flipped =
            SampleEvidence.edited(
                whole,
                files -> {
                  byte[] content = Objects.requireNonNull(files.get(name)).clone();
                  if (content.length > 0) {
                    content[(content.length - 1) * place / 2] ^= 1;
                  } else {
                    content = new byte[1];
                  }
                  files.put(name, content);
                });
        if (verify(flipped) != Outcome.FAILED) {
          unnoticed.add(name + " at " + place);
        }
      }
    }
    assertThat(unnoticed).isEmpty();
    assertThat(names).hasSizeGreaterThan(50);
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
