package dev.releaseledger.evidence.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void a_digest_is_read_as_it_was_written() {
    Sha256 digest = Sha256.of(new byte[0]);

    assertThat(digest.hex()).isEqualTo(EMPTY);
    assertThat(Sha256.parseHex(EMPTY)).isEqualTo(digest).hasSameHashCodeAs(digest);
    assertThat(Sha256.parseBase64(digest.base64())).isEqualTo(digest);
    assertThat(Sha256.wrap(digest.bytes())).isEqualTo(digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "e3b0",
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8555",
        " e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
        "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"
      })
  void anything_but_64_lower_case_digits_is_refused(String text) {
    assertThatThrownBy(() -> Sha256.parseHex(text)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
        "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==",
        "47DEQpj8HBSa+/TImW+5\nJCeuQeRkm5NMpJWZG3hSuFU=",
        ""
      })
  void base64_in_another_than_its_only_form_is_refused(String text) {
    assertThatThrownBy(() -> Sha256.parseBase64(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void what_a_caller_does_to_the_bytes_leaves_the_digest_alone() {
    Sha256 digest = Sha256.of(new byte[0]);
    digest.bytes()[0] = 0;

    assertThat(digest.hex()).isEqualTo(EMPTY);
  }
}
