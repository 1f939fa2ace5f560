package dev.releaseledger.evidence.ssh;

import dev.releaseledger.evidence.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A detached signature, as in PROTOCOL.sshsig of OpenSSH.
 *
 * @param blob all of it
 * @param key the public key that it says made it
 * @param namespace what it was made for
 * @param made the name of the algorithm, and what that made
 */
@SuppressWarnings("ArrayRecordComponent")
public record SshSignature(
    byte[] blob, byte[] key, String namespace, HashAlgorithm hash, byte[] made) {

  /** The namespace of signatures of approvals, which docs/signing.md tells people. */
  public static final String APPROVALS = "release-ledger";

  private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int LONGEST = 16_384;
  private static final Pattern LINE = Pattern.compile(".{70}(?!$)");
  private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
  private static final String END = "-----END SSH SIGNATURE-----";
  private static final Pattern ARMOR =
      Pattern.compile(BEGIN + "\\r?\\n([A-Za-z0-9+/=\\r\\n]+)\\r?\\n" + END);

  /** The signature in what ssh-keygen wrote; what is none is refused with the reason. */
  public static SshSignature read(String armored) {
    byte[] blob = dearmored(armored);
    WireReader reader = new WireReader(blob);
    if (!Arrays.equals(reader.bytes(MAGIC.length), MAGIC) || reader.uint32() != VERSION) {
      throw new Malformed("it is not one of ssh-keygen -Y sign");
    }
    byte[] key = reader.string();
    String namespace = reader.text();
    // Whatever is in there is not covered by the signature, and would be recorded with it.
    if (reader.string().length > 0) {
      throw new Malformed("it has something in its reserved field");
    }
    HashAlgorithm hash = HashAlgorithm.named(reader.text());
    byte[] made = reader.string();
    reader.end();
    return new SshSignature(blob, key, namespace, hash, made);
  }

  /** What an approver signs: the digest of the plan and a line's end. */
  public static byte[] line(String planDigest) {
    return (planDigest + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Whether its key made it for this message. */
  public boolean signs(byte[] message) {
    byte[] signed =
        new WireWriter()
            .bytes(MAGIC)
            .text(namespace)
            .text("")
            .text(hash.word())
            .string(hash.of(message))
            .written();
    SshKey signer = SshKey.of(key);
    WireReader reader = new WireReader(made);
    try {
      return signer.signed(signed, reader.text(), reader);
    } catch (GeneralSecurityException e) {
      // That is how the platform says that something cannot be a signature, such as its length.
      return false;
    }
  }

  /** As ssh-keygen writes it. */
  public String armored() {
    String body = LINE.matcher(Base64.getEncoder().encodeToString(blob)).replaceAll("$0\n");
    return BEGIN + "\n" + body + "\n" + END + "\n";
  }

  private static byte[] dearmored(String armored) {
    Matcher matcher = ARMOR.matcher(armored.strip());
    if (armored.length() > LONGEST || !matcher.matches()) {
      throw new Malformed("it does not stand between '%s' and '%s'".formatted(BEGIN, END));
    }
    try {
      return Base64.getDecoder().decode(matcher.group(1).replaceAll("[\\r\\n]", ""));
    } catch (IllegalArgumentException e) {
      throw new Malformed("it is not in Base64");
    }
  }
}
