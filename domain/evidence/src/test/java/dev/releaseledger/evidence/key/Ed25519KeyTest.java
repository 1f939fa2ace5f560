package dev.releaseledger.evidence.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Vectors;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Ed25519KeyTest {

  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);
  private static final Ed25519Secret SECRET = Ed25519Secret.of(new byte[32]);

  @Test
  void wycheproof_says_which_signatures_are_valid() throws IOException {
    int valid = 0;
    int invalid = 0;
    for (JsonNode group :
        Vectors.cases("wycheproof/testvectors_v1/ed25519_test.json", "testGroups")) {
      Ed25519Key key = Ed25519Key.of(Vectors.hex(group.get("publicKey"), "pk"));
      for (JsonNode test : group.get("tests")) {
        boolean expected = test.get("result").asText().equals("valid");
        assertThat(key.verifies(Vectors.hex(test, "msg"), Vectors.hex(test, "sig")))
            .as("tc %s: %s", test.get("tcId"), test.get("comment"))
            .isEqualTo(expected);
        if (expected) {
          valid++;
        } else {
          invalid++;
        }
      }
    }
    assertThat(valid).as("valid signatures").isEqualTo(88);
    assertThat(invalid).as("invalid signatures").isEqualTo(63);
  }

  @Test
  void wycheproof_keys_are_read_in_each_of_their_forms() throws IOException {
    int run = 0;
    for (JsonNode group :
        Vectors.cases("wycheproof/testvectors_v1/ed25519_test.json", "testGroups")) {
      byte[] raw = Vectors.hex(group.get("publicKey"), "pk");
      Ed25519Key key = Ed25519Key.of(raw);

      assertThat(Ed25519Key.ofSpki(Vectors.hex(group, "publicKeyDer"))).isEqualTo(key);
      assertThat(Ed25519Key.ofPem(group.get("publicKeyPem").asText())).isEqualTo(key);
      assertThat(key.spki()).isEqualTo(Vectors.hex(group, "publicKeyDer"));
      assertThat(key.bytes()).isEqualTo(raw);
      run++;
    }
    assertThat(run).as("groups").isPositive();
  }

  @Test
  void a_signature_of_the_secret_is_verified_by_its_key() {
    byte[] signature = SECRET.sign(MESSAGE);

    assertThat(SECRET.publicKey().verifies(MESSAGE, signature)).isTrue();
    assertThat(SECRET.sign(MESSAGE)).as("the same each time").isEqualTo(signature);
  }

  @Test
  void the_first_test_of_rfc_8032_comes_out() {
    Ed25519Secret secret =
        Ed25519Secret.of(hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    assertThat(secret.publicKey().toString())
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    assertThat(HexFormat.of().formatHex(secret.sign(new byte[0])))
        .isEqualTo(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  }

  @Test
  void a_signature_with_any_bit_flipped_is_refused() {
    byte[] signature = SECRET.sign(MESSAGE);
    for (int bit = 0; bit < 8 * signature.length; bit++) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(SECRET.publicKey().verifies(MESSAGE, flipped)).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void a_signature_that_is_longer_or_shorter_is_refused() {
    byte[] signature = SECRET.sign(MESSAGE);
    for (int length : new int[] {0, 1, 32, 63, 65, 66, 128}) {
      assertThat(SECRET.publicKey().verifies(MESSAGE, Arrays.copyOf(signature, length)))
          .as("%d bytes", length)
          .isFalse();
    }
  }

  @Test
  void a_key_of_small_order_is_refused_in_both_signs() {
    for (BigInteger y : Edwards.SMALL_ORDER) {
      byte[] encoded = littleEndian(y);
      assertThatThrownBy(() -> Ed25519Key.of(encoded)).isInstanceOf(Malformed.class);
      encoded[31] |= (byte) 0x80;
      assertThatThrownBy(() -> Ed25519Key.of(encoded)).isInstanceOf(Malformed.class);
    }
  }

  @Test
  void the_points_of_small_order_are_those_that_eight_times_are_nothing() {
    for (BigInteger y : Edwards.SMALL_ORDER) {
      assertThat(Curve.yAfterDoublings(y, 3)).as("y %s", y).isEqualTo(BigInteger.ONE);
    }
    assertThat(Edwards.SMALL_ORDER).hasSize(5);
  }

  @Test
  void a_key_that_is_not_in_its_only_form_is_refused() {
    for (int i = 0; i < 19; i++) {
      byte[] encoded = littleEndian(Edwards.P.add(BigInteger.valueOf(i)));
      assertThatThrownBy(() -> Ed25519Key.of(encoded))
          .as("p + %d", i)
          .isInstanceOf(Malformed.class);
    }
  }

  @Test
  void a_key_that_is_no_point_of_the_curve_is_refused() {
    int refused = 0;
    for (int y = 2; y < 200; y++) {
      byte[] encoded = littleEndian(BigInteger.valueOf(y));
      boolean onCurve =
          Curve.xSquared(BigInteger.valueOf(y))
              .modPow(Edwards.P.subtract(BigInteger.ONE).shiftRight(1), Edwards.P)
              .equals(BigInteger.ONE);
      if (onCurve) {
        assertThat(Ed25519Key.of(encoded).bytes()).isEqualTo(encoded);
      } else {
        assertThatThrownBy(() -> Ed25519Key.of(encoded)).isInstanceOf(Malformed.class);
        refused++;
      }
    }
    assertThat(refused).isBetween(60, 140);
  }

  @Test
  void a_key_of_another_length_is_refused() {
    assertThatThrownBy(() -> Ed25519Key.of(new byte[31])).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Ed25519Key.of(new byte[33])).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Ed25519Secret.of(new byte[64])).isInstanceOf(Malformed.class);
  }

  @Test
  void keys_go_through_pem_and_back() {
    Ed25519Secret secret = Ed25519Secret.of(hex("0102030405060708".repeat(4)));

    assertThat(Ed25519Secret.ofPem(secret.pem()).seed()).isEqualTo(secret.seed());
    assertThat(Ed25519Key.ofPem(secret.publicKey().pem())).isEqualTo(secret.publicKey());
  }

  @Test
  void a_pem_text_with_another_label_or_a_second_block_is_refused() {
    String pem = SECRET.publicKey().pem();
    String secret = SECRET.pem();

    assertThatThrownBy(() -> Ed25519Key.ofPem(secret)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Ed25519Key.ofPem(pem + pem)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Ed25519Key.ofPem("x" + pem)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Ed25519Secret.ofPem(pem)).isInstanceOf(Malformed.class);
  }

  @Test
  void a_secret_does_not_show_itself() {
    Ed25519Secret secret = Ed25519Secret.of(hex("0102030405060708".repeat(4)));

    assertThat(secret.toString())
        .doesNotContain("01020304")
        .contains(secret.publicKey().toString());
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] littleEndian(BigInteger value) {
    byte[] bigEndian = value.toByteArray();
    byte[] bytes = new byte[32];
    for (int i = 0; i < bigEndian.length && i < 32; i++) {
      bytes[i] = bigEndian[bigEndian.length - 1 - i];
    }
    return bytes;
  }

  /** Edwards arithmetic written plainly, to check the constants. */
  private static final class Curve {

    private static final BigInteger D =
        BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(Edwards.P));

    static BigInteger xSquared(BigInteger y) {
      BigInteger ySquared = y.multiply(y);
      return ySquared
          .subtract(BigInteger.ONE)
          .multiply(D.multiply(ySquared).add(BigInteger.ONE).modInverse(Edwards.P))
          .mod(Edwards.P);
    }

    /** Doubling needs no more of x than its square: y' = (y^2 + x^2) / (2 + x^2 - y^2). */
    static BigInteger yAfterDoublings(BigInteger y, int times) {
      BigInteger now = y;
      for (int i = 0; i < times; i++) {
        BigInteger xx = xSquared(now);
        BigInteger yy = now.multiply(now).mod(Edwards.P);
        BigInteger below = BigInteger.TWO.add(xx).subtract(yy).modInverse(Edwards.P);
        now = yy.add(xx).multiply(below).mod(Edwards.P);
      }
      return now;
    }
  }
}
