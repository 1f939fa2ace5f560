package dev.releaseledger.evidence.ssh;

import dev.releaseledger.evidence.Malformed;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A public key as OpenSSH writes it on a line: its type, its bytes in Base64, a comment. */
public final class KeyLine {

  private static final int LONGEST = 8_192;
  private static final Pattern LINE = Pattern.compile("(\\S+)[ \\t]+(\\S+)(?:[ \\t]+[^\\r\\n]*)?");

  private KeyLine() {}

  /** The bytes of the key. */
  public static byte[] blob(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    if (line.length() > LONGEST || !matcher.matches()) {
      throw new Malformed("it is not one line with a type and a key");
    }
    byte[] blob;
    try {
      blob = Base64.getDecoder().decode(matcher.group(2));
    } catch (IllegalArgumentException e) {
      throw new Malformed("its key is not in Base64");
    }
    if (!new WireReader(blob).text().equals(matcher.group(1))) {
      throw new Malformed("its key is of another type than it says");
    }
    return blob;
  }

  /** Refuses the bytes of a key that cannot sign. */
  public static void demandUsable(byte[] blob) {
    SshKey unused = SshKey.of(blob);
  }

  /** Whether a line has this key; one that cannot be read has none. */
  public static boolean has(String line, byte[] key) {
    try {
      return Arrays.equals(blob(line), key);
    } catch (Malformed e) {
      return false;
    }
  }

  /** The fingerprint of a key, as {@code ssh-keygen -l} tells it. */
  public static String fingerprint(byte[] blob) {
    return "SHA256:"
        + Base64.getEncoder().withoutPadding().encodeToString(HashAlgorithm.SHA256.of(blob));
  }
}
