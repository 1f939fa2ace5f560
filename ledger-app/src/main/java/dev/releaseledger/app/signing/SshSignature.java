package dev.releaseledger.app.signing;

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
record SshSignature(byte[] blob, byte[] key, String namespace, HashAlgorithm hash, byte[] made) {

  private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int LONGEST = 16_384;
  private static final Pattern LINE = Pattern.compile(".{70}(?!$)");
  private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
  private static final String END = "-----END SSH SIGNATURE-----";
  private static final Pattern ARMOR =
      Pattern.compile(BEGIN + "\\r?\\n([A-Za-z0-9+/=\\r\\n]+)\\r?\\n" + END);

  static SshSignature read(String armored) throws Unacceptable {
    byte[] blob = dearmored(armored);
    WireReader reader = new WireReader(blob);
    if (!Arrays.equals(reader.bytes(MAGIC.length), MAGIC) || reader.uint32() != VERSION) {
      throw new Unacceptable("it is not one of ssh-keygen -Y sign");
    }
    byte[] key = reader.string();
    String namespace = reader.text();
    // Whatever is in there is not covered by the signature, and would be recorded with it.
    if (reader.string().length > 0) {
      throw new Unacceptable("it has something in its reserved field");
    }
    HashAlgorithm hash = HashAlgorithm.named(reader.text());
    byte[] made = reader.string();
    reader.end();
    return new SshSignature(blob, key, namespace, hash, made);
  }

  /** Whether its key made it for this message. */
  boolean signs(byte[] message) throws Unacceptable {
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
  String armored() {
    String body = LINE.matcher(Base64.getEncoder().encodeToString(blob)).replaceAll("$0\n");
    return BEGIN + "\n" + body + "\n" + END + "\n";
  }

  private static byte[] dearmored(String armored) throws Unacceptable {
    Matcher matcher = ARMOR.matcher(armored.strip());
    if (armored.length() > LONGEST || !matcher.matches()) {
      throw new Unacceptable("it does not stand between '%s' and '%s'".formatted(BEGIN, END));
    }
    try {
      return Base64.getDecoder().decode(matcher.group(1).replaceAll("[\\r\\n]", ""));
    } catch (IllegalArgumentException e) {
      throw new Unacceptable("it is not in Base64");
    }
  }
}
