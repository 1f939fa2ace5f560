package dev.releaseledger.evidence.attestation;

import dev.releaseledger.evidence.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes that are signed in place of a payload and its type (DSSE 1.0.2, PAE). */
public final class PreAuthentication {

  private PreAuthentication() {}

  /** The encoding of these two. */
  public static byte[] encode(String payloadType, byte[] payload) {
    byte[] type = Utf8.encode(payloadType);
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + type.length + 40);
    out.writeBytes(ascii("DSSEv1 " + type.length + " "));
    out.writeBytes(type);
    out.writeBytes(ascii(" " + payload.length + " "));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
