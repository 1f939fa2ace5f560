package dev.releaseledger.evidence.ssh;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.key.Ed25519Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Somebody with a key of SSH, as a test needs one. */
public record SampleApprover(Ed25519Secret secret) {

  private static final String TYPE = "ssh-ed25519";

  /** Each actor has a key of their own, which is always the same. */
  public static SampleApprover of(String actor) {
    return new SampleApprover(
        Ed25519Secret.of(
            Arrays.copyOf(
                HashAlgorithm.SHA256.of(actor.getBytes(StandardCharsets.UTF_8)),
                Ed25519Secret.LENGTH)));
  }

  /** The type of the key. */
  public String keyType() {
    return TYPE;
  }

  /** The key. */
  public String keyText() {
    return Base64Text.of(key());
  }

  private byte[] key() {
    return new WireWriter().text(TYPE).string(secret.publicKey().bytes()).written();
  }

  /** The signature of the digest of a plan. */
  public String signed(String planDigest) {
    return signed(planDigest, SshSignature.APPROVALS);
  }

  /** A signature that was made for a namespace. */
  public String signed(String planDigest, String namespace) {
    byte[] message =
        new WireWriter()
            .bytes(bytes("SSHSIG"))
            .text(namespace)
            .text("")
            .text("sha512")
            .string(HashAlgorithm.SHA512.of(SshSignature.line(planDigest)))
            .written();
    byte[] made = new WireWriter().text(TYPE).string(secret.sign(message)).written();
    byte[] blob =
        new WireWriter()
            .bytes(bytes("SSHSIG"))
            .uint32(1)
            .string(key())
            .text(namespace)
            .text("")
            .text("sha512")
            .string(made)
            .written();
    return "-----BEGIN SSH SIGNATURE-----\n"
        + Base64Text.of(blob)
        + "\n-----END SSH SIGNATURE-----\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
