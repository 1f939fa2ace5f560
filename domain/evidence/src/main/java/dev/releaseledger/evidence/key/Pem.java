package dev.releaseledger.evidence.key;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Malformed;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One PEM block (RFC 7468). */
public final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile(
          "\\s*-----BEGIN ([A-Z0-9 ]+)-----\\r?\\n([A-Za-z0-9+/=\\r\\n]+)\\r?\\n"
              + "-----END ([A-Z0-9 ]+)-----\\s*");

  private Pem() {}

  /** The DER within the only block of the text, which has to have this label. */
  public static byte[] decode(String label, String text) {
    Matcher block = BLOCK.matcher(text);
    if (!block.matches() || !block.group(1).equals(label) || !block.group(3).equals(label)) {
      throw new Malformed("not one PEM block " + label);
    }
    return Base64Text.decode(block.group(2).replaceAll("[\\r\\n]", ""));
  }

  /** The block with this label. */
  public static String encode(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
