package dev.releaseledger.app.signing;

import static dev.releaseledger.app.signing.Vectors.DIGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.releaseledger.app.refusal.SignatureRefusal.SignatureInvalid;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.evidence.ssh.WireWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no ssh-keygen makes, or none without a token. */
class HandMadeSignaturesTest {

  private static final String ED25519 = "ssh-ed25519";
  private static final String P256 = "ecdsa-sha2-nistp256";
  private static final String RSA = "ssh-rsa";

  private final SshSignatures signatures = new SshSignatures();

  @Test
  void a_signature_made_by_the_protocol_is_taken() throws Exception {
    KeyPair pair = pair("Ed25519");
    byte[] key = new WireWriter().text(ED25519).string(Token.point(pair)).written();

    assertThat(verified(ED25519, key, ed25519(pair, Armor.of(key))).key()).startsWith("SHA256:");
  }

  @Test
  void the_fields_of_its_file_are_what_they_have_to_be() throws Exception {
    KeyPair pair = pair("Ed25519");
    byte[] key = new WireWriter().text(ED25519).string(Token.point(pair)).written();
    Armor armor = Armor.of(key);

    refused(
        ED25519,
        key,
        ed25519(pair, armor.withMagic("SSHGIS")),
        "it is not one of ssh-keygen -Y sign");
    refused(
        ED25519, key, ed25519(pair, armor.withVersion(2)), "it is not one of ssh-keygen -Y sign");
    refused(
        ED25519,
        key,
        ed25519(pair, armor.withReserved("words")),
        "it has something in its reserved field");
    for (String hash : List.of("md5", "sha1", "SHA512", "")) {
      refused(
          ED25519,
          key,
          ed25519(pair, armor.withHash(hash)),
          "its hash algorithm is neither sha256 nor sha512");
    }
  }

  @Test
  void a_signature_says_the_algorithm_of_its_key() throws Exception {
    KeyPair pair = pair("Ed25519");
    byte[] key = new WireWriter().text(ED25519).string(Token.point(pair)).written();
    Armor armor = Armor.of(key);
    byte[] made = made("Ed25519", pair, armor.data(DIGEST + "\n"));

    refused(
        ED25519,
        key,
        armor.around(new WireWriter().text("rsa-sha2-512").string(made).written()),
        "its algorithm is not one of a key of the type ssh-ed25519");
  }

  @Test
  void nothing_comes_after_a_key_or_what_was_made_with_it() throws Exception {
    KeyPair pair = pair("Ed25519");
    byte[] key = new WireWriter().text(ED25519).string(Token.point(pair)).written();
    byte[] longer = new WireWriter().bytes(key).text("words").written();
    Armor armor = Armor.of(key);
    byte[] made = made("Ed25519", pair, armor.data(DIGEST + "\n"));

    refused(ED25519, longer, ed25519(pair, Armor.of(longer)), "it has more than it should");
    refused(
        ED25519,
        key,
        armor.around(new WireWriter().text(ED25519).string(made).text("words").written()),
        "it has more than it should");
  }

  @Test
  void rsa_is_taken_with_sha_2_and_not_with_sha_1() throws Exception {
    KeyPair pair = pair("RSA");
    RSAPublicKey rsa = (RSAPublicKey) pair.getPublic();
    byte[] key =
        new WireWriter()
            .text(RSA)
            .string(rsa.getPublicExponent().toByteArray())
            .string(rsa.getModulus().toByteArray())
            .written();

    assertThat(verified(RSA, key, rsa(pair, key, "rsa-sha2-256", "SHA256withRSA")).key())
        .startsWith("SHA256:");
    assertThat(verified(RSA, key, rsa(pair, key, "rsa-sha2-512", "SHA512withRSA")).key())
        .startsWith("SHA256:");
    refused(RSA, key, rsa(pair, key, "ssh-rsa", "SHA1withRSA"), "RSA with SHA-1 is too weak");
    refused(
        RSA,
        key,
        Armor.of(key)
            .around(
                new WireWriter()
                    .text("rsa-sha2-512")
                    .string(made("SHA512withRSA", pair, Armor.of(key).data(DIGEST + "\n")))
                    .text("words")
                    .written()),
        "it has more than it should");
    refused(
        RSA,
        key,
        rsa(pair, key, "rsa-sha2-512", "SHA256withRSA"),
        "it is not one of " + DIGEST + " and a line's end");
  }

  @Test
  void numbers_of_an_elliptic_curve_may_be_short() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
    byte[] key =
        new WireWriter()
            .text(P256)
            .text("nistp256")
            .string(
                new WireWriter()
                    .bytes(new byte[] {4})
                    .bytes(fixed(point.getAffineX()))
                    .bytes(fixed(point.getAffineY()))
                    .written())
            .written();
    Armor armor = Armor.of(key);

    // One number in 256 begins with a byte that is not written.
    for (int i = 0; i < 600; i++) {
      byte[] made = made("SHA256withECDSAinP1363Format", pair, armor.data(DIGEST + "\n"));
      byte[] numbers =
          new WireWriter()
              .string(new BigInteger(1, Arrays.copyOf(made, 32)).toByteArray())
              .string(new BigInteger(1, Arrays.copyOfRange(made, 32, 64)).toByteArray())
              .written();
      String armored = armor.around(new WireWriter().text(P256).string(numbers).written());
      assertThat(verified(P256, key, armored).armored()).isNotEmpty();
      byte[] three = new WireWriter().bytes(numbers).text("words").written();
      refused(
          P256,
          key,
          armor.around(new WireWriter().text(P256).string(three).written()),
          "it has more than it should");
    }
  }

  @Test
  void a_token_counts_once_somebody_touched_it() throws Exception {
    Token token = Token.made();
    String message = DIGEST + "\n";

    assertThat(verified(Token.TYPE, token.key(), token.sign(message, 1, 1)).key())
        .startsWith("SHA256:");
    refused(Token.TYPE, token.key(), token.sign(message, 0, 0), "nobody touched the security key");
    refused(
        Token.TYPE,
        token.key(),
        token.sign(message, 0, 1),
        "it is not one of " + DIGEST + " and a line's end");
  }

  private static String ed25519(KeyPair pair, Armor armor) throws GeneralSecurityException {
    byte[] made = made("Ed25519", pair, armor.data(DIGEST + "\n"));
    return armor.around(new WireWriter().text(ED25519).string(made).written());
  }

  private static String rsa(KeyPair pair, byte[] key, String says, String does)
      throws GeneralSecurityException {
    Armor armor = Armor.of(key);
    byte[] made = made(does, pair, armor.data(DIGEST + "\n"));
    return armor.around(new WireWriter().text(says).string(made).written());
  }

  private dev.releaseledger.domain.environment.EnvironmentEvent.Signature verified(
      String type, byte[] key, String armored) {
    return signatures.verify(armored, DIGEST, List.of(Armor.line(type, key)));
  }

  private void refused(String type, byte[] key, String armored, String why) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> verified(type, key, armored))
        .satisfies(no -> assertThat(no.refusal()).isEqualTo(new SignatureInvalid(why)));
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int kept = Math.min(bytes.length, fixed.length);
    System.arraycopy(bytes, bytes.length - kept, fixed, fixed.length - kept, kept);
    return fixed;
  }

  private static KeyPair pair(String algorithm) throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
  }

  private static byte[] made(String algorithm, KeyPair pair, byte[] data)
      throws GeneralSecurityException {
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(pair.getPrivate());
    signing.update(data);
    return signing.sign();
  }
}
