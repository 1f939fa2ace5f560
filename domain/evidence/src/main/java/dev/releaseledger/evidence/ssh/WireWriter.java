package dev.releaseledger.evidence.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the values of RFC 4251, section 5, one after the other. */
public final class WireWriter {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /** Bytes as they are. */
  public WireWriter bytes(byte[] bytes) {
    written.writeBytes(bytes);
    return this;
  }

  /** A number of four bytes. */
  public WireWriter uint32(int number) {
    return bytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  /** Bytes, with their number before them. */
  public WireWriter string(byte[] bytes) {
    return uint32(bytes.length).bytes(bytes);
  }

  /** ASCII, with its length before it. */
  public WireWriter text(String text) {
    return string(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** All of it. */
  public byte[] written() {
    return written.toByteArray();
  }
}
