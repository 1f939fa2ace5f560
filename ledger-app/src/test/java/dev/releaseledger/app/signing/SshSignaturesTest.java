package dev.releaseledger.app.signing;

import static dev.releaseledger.app.signing.Vectors.DIGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.releaseledger.app.refusal.SignatureRefusal.SignatureInvalid;
import dev.releaseledger.app.refusal.SignatureRefusal.SigningKeyInvalid;
import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.Refused;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshSignaturesTest {

  private final SshSignatures signatures = new SshSignatures();

  @ParameterizedTest
  @CsvSource({
    "ed25519,   SHA256:RFkKNtth3uSjfaLL3BdXO9ot2GO31Ltt0aD6ZecrieY",
    "ecdsa-256, SHA256:hS3Ue5hPEsFOFJcH5KnzX/Emq4x/rGB4Y8YK76AZCqQ",
    "ecdsa-384, SHA256:ooSlCvJdWPkzSjfYloAHqNSYgs0YdHjww75pbRCyins",
    "ecdsa-521, SHA256:cmb+gCzq2e5+8vtnChyiquChURwacu5wikbmRmd9m/0",
    "rsa-3072,  SHA256:GmMoofzhI4tf5dnBYvTvsftJiQV9uRnAuUAK6LVB0GY"
  })
  void what_ssh_keygen_signed_is_taken_as_it_is(String name, String fingerprint) {
    assertThat(signatures.fingerprint(Vectors.key(name))).isEqualTo(fingerprint);
    assertThat(signatures.verify(Vectors.signature(name), DIGEST, List.of(Vectors.key(name))))
        .isEqualTo(new Signature(fingerprint, Vectors.signature(name)));
  }

  @Test
  void either_hash_is_taken() {
    assertThat(verified(Vectors.signature("ed25519-sha256")).armored())
        .isEqualTo(Vectors.signature("ed25519-sha256"));
  }

  @Test
  void the_key_may_be_any_of_those_registered() {
    List<String> keys =
        List.of(Vectors.key("rsa-3072"), "", "no key", "a b", Vectors.key("ed25519").strip());

    assertThat(signatures.verify(Vectors.signature("ed25519"), DIGEST, keys).key())
        .startsWith("SHA256:RFkK");
  }

  @Test
  void a_signature_is_recorded_as_ssh_keygen_writes_it() {
    String windows = "\r\n" + Vectors.signature("ed25519").replace("\n", "\r\n") + "\r\n ";
    String oneLine = Armor.armored(Armor.blob(Vectors.signature("ed25519")));

    assertThat(verified(windows).armored()).isEqualTo(Vectors.signature("ed25519"));
    assertThat(verified(oneLine).armored()).isEqualTo(Vectors.signature("ed25519"));
  }

  @Test
  void the_signature_of_another_digest_is_none() {
    String other = DIGEST.replace('2', '3');

    refused(
        () -> signatures.verify(Vectors.signature("rsa-3072"), other, keys("rsa-3072")),
        "it is not one of " + other + " and a line's end");
  }

  @Test
  void the_line_s_end_is_signed_with_it() {
    refused(
        () -> verified(Vectors.signature("ed25519-no-newline")),
        "it is not one of " + DIGEST + " and a line's end");
  }

  @Test
  void a_signature_for_something_else_is_none() {
    refused(
        () -> verified(Vectors.signature("ed25519-file")),
        "it was not made for the namespace release-ledger");
  }

  @Test
  void a_key_that_is_not_registered_is_none() {
    String why =
        "its key SHA256:RFkKNtth3uSjfaLL3BdXO9ot2GO31Ltt0aD6ZecrieY is not registered for you";

    refused(() -> signatures.verify(Vectors.signature("ed25519"), DIGEST, List.of()), why);
    refused(() -> signatures.verify(Vectors.signature("ed25519"), DIGEST, keys("ecdsa-256")), why);
  }

  @Test
  void weak_keys_count_for_nothing() {
    refused(
        () -> signatures.verify(Vectors.signature("dsa"), DIGEST, keys("dsa")), "DSA is too weak");
    refused(
        () -> signatures.verify(Vectors.signature("rsa-1024"), DIGEST, keys("rsa-1024")),
        "an RSA key of fewer than 2048 bits is too weak");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "ecdsa-256", "ecdsa-521", "rsa-3072"})
  void no_bit_of_a_signature_can_be_another(String name) {
    byte[] blob = Armor.blob(Vectors.signature(name));

    for (int i = 0; i < blob.length; i++) {
      byte[] tampered = blob.clone();
      tampered[i] ^= (byte) (1 << i % Byte.SIZE);
      refused(() -> signatures.verify(Armor.armored(tampered), DIGEST, keys(name)));
    }
  }

  @Test
  void a_signature_that_is_cut_off_or_goes_on_is_none() {
    byte[] blob = Armor.blob(Vectors.signature("ecdsa-256"));

    for (int length = 0; length < blob.length; length++) {
      byte[] cut = Arrays.copyOf(blob, length);
      refused(() -> signatures.verify(Armor.armored(cut), DIGEST, keys("ecdsa-256")));
    }
    refused(
        () ->
            signatures.verify(
                Armor.armored(Arrays.copyOf(blob, blob.length + 1)), DIGEST, keys("ecdsa-256")),
        "it has more than it should");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "U1NIU0lH",
        "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----",
        "-----BEGIN PGP SIGNATURE-----\nU1NIU0lH\n-----END PGP SIGNATURE-----",
        "-----BEGIN SSH SIGNATURE-----\nU1NI U0lH\n-----END SSH SIGNATURE-----",
        "words before it\n-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----"
      })
  void what_is_no_file_of_a_signature_is_none(String text) {
    refused(
        () -> verified(text),
        "it does not stand between '-----BEGIN SSH SIGNATURE-----' and"
            + " '-----END SSH SIGNATURE-----'");
  }

  @Test
  void a_signature_is_no_place_for_much_else() {
    refused(() -> verified(Armor.armored(new byte[1 << 16])));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A===     | it is not in Base64
          U1NIU0lH | it ends too early
          c3NoLWVkMjU1MTkAAAA= | it is not one of ssh-keygen -Y sign
          """)
  void what_stands_in_the_file_has_to_be_one(String body, String why) {
    refused(
        () -> verified("-----BEGIN SSH SIGNATURE-----\n" + body + "\n-----END SSH SIGNATURE-----"),
        why);
  }

  @Test
  void a_key_line_with_a_comment_is_registered_and_one_without() {
    String line = Vectors.key("ed25519");

    assertThat(signatures.fingerprint(line))
        .isEqualTo(signatures.fingerprint(line.split(" ", 3)[0] + "\t" + line.split(" ", 3)[1]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ssh-ed25519              | it is not one line with a type and a key
          ssh-ed25519 ?            | its key is not in Base64
          ssh-ed25519 AAAA         | it ends too early
          ssh-ed25519 AAAAB3NzaC1yc2E= | its key is of another type than it says
          ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAA== | its key is of another length
          ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 | it ends too early
          x AAAAAXg= | its key is of none of the types ssh-ed25519, ecdsa-sha2-nistp256, -nistp384, -nistp521, ssh-rsa and sk-ssh-ed25519@openssh.com
          """)
  void what_is_no_key_is_not_registered(String line, String why) {
    notRegistered(line, why);
  }

  @Test
  void weak_keys_are_not_registered() {
    notRegistered(Vectors.key("dsa"), "DSA is too weak");
    notRegistered(Vectors.key("rsa-1024"), "an RSA key of fewer than 2048 bits is too weak");
  }

  @Test
  void a_private_key_is_not_repeated() {
    notRegistered(
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n",
        "it is not one line with a type and a key");
  }

  private Signature verified(String armored) {
    return signatures.verify(armored, DIGEST, keys("ed25519"));
  }

  private static List<String> keys(String name) {
    return List.of(Vectors.key(name));
  }

  private void notRegistered(String line, String why) {
    assertThat(refusal(() -> signatures.fingerprint(line))).isEqualTo(new SigningKeyInvalid(why));
  }

  private static void refused(ThrowingCallable verifying, String why) {
    assertThat(refusal(verifying)).isEqualTo(new SignatureInvalid(why));
  }

  private static void refused(ThrowingCallable verifying) {
    assertThat(refusal(verifying)).isInstanceOf(SignatureInvalid.class);
  }

  private static Refusal refusal(ThrowingCallable call) {
    return assertThatExceptionOfType(Refused.class).isThrownBy(call).actual().refusal();
  }
}
