package dev.releaseledger.evidence.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Vectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierKeyTest {

  private static final String EXAMPLE =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  @Test
  void the_keys_of_the_go_project_are_taken_and_their_mutations_refused() throws IOException {
    int taken = 0;
    int refused = 0;
    for (JsonNode test : Vectors.cases("derived/vkey.json", "cases")) {
      // Bytes that are no UTF-8 become characters, one each, and have to be refused as well.
      String text =
          test.has("vkey")
              ? test.get("vkey").asText()
              : new String(Vectors.hex(test, "vkeyHex"), StandardCharsets.ISO_8859_1);
      boolean expected = test.get("valid").asBoolean();
      assertThat(VerifierKey.parse(text).isGood()).as("%s", text).isEqualTo(expected);
      if (expected) {
        taken++;
      } else {
        refused++;
      }
    }
    assertThat(taken).as("taken").isEqualTo(2);
    assertThat(refused).as("refused").isEqualTo(2278);
  }

  @Test
  void the_text_of_a_key_is_read_and_written_as_it_was() {
    assertThat(VerifierKey.parse(EXAMPLE).orThrow().text()).isEqualTo(EXAMPLE);
  }

  @Test
  void a_key_with_any_character_replaced_is_refused() {
    for (int i = 0; i < EXAMPLE.length(); i++) {
      for (char c : "aZ0+/=- \u00e9\n".toCharArray()) {
        if (EXAMPLE.charAt(i) != c) {
          String mutated = EXAMPLE.substring(0, i) + c + EXAMPLE.substring(i + 1);
          assertThat(VerifierKey.parse(mutated)).as(mutated).isInstanceOf(Read.Bad.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a+b", "a\tb", "a\nb", "a\u00a0b", "a\u2003b", "a\ud800"})
  void a_name_that_cannot_stand_in_a_signature_line_is_refused(String name) {
    Ed25519Key key = Ed25519Secret.of(new byte[32]).publicKey();

    assertThat(Read.of(() -> new VerifierKey(name, KeyType.ED25519, key)))
        .isInstanceOf(Read.Bad.class);
  }

  @Test
  void the_same_key_has_another_id_as_a_cosigner() {
    Ed25519Key key = Ed25519Secret.of(new byte[32]).publicKey();

    assertThat(new VerifierKey("w", KeyType.COSIGNATURE, key).id())
        .isNotEqualTo(new VerifierKey("w", KeyType.ED25519, key).id());
  }

  @Test
  void a_signer_key_is_read_as_it_was_written() {
    SignerKey key =
        new SignerKey("example.com/log", KeyType.ED25519, Ed25519Secret.of(new byte[32]));

    SignerKey read = SignerKey.parse(key.secretText()).orThrow();

    assertThat(read.verifier()).isEqualTo(key.verifier());
    assertThat(read.secret().seed()).isEqualTo(key.secret().seed());
    assertThat(key.toString()).doesNotContain("PRIVATE");
  }

  @Test
  void a_signer_key_as_the_go_project_writes_it_is_read() {
    String text = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    assertThat(SignerKey.parse(text).orThrow().verifier().text())
        .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PRIVATE+KEY+",
        "PRIVATE+KEY+a",
        "PRIVATE+KEY+a+00000000",
        "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
        "PRIVATE+KEY+PeterNeuman+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDE=",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AoEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
      })
  void a_signer_key_that_is_not_whole_is_refused(String text) {
    assertThat(SignerKey.parse(text)).isInstanceOf(Read.Bad.class);
  }
}
