package dev.releaseledger.app.signing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the values of RFC 4251, section 5, one after the other. */
final class WireWriter {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  WireWriter bytes(byte[] bytes) {
    written.writeBytes(bytes);
    return this;
  }

  WireWriter uint32(int number) {
    return bytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  WireWriter string(byte[] bytes) {
    return uint32(bytes.length).bytes(bytes);
  }

  WireWriter text(String text) {
    return string(text.getBytes(StandardCharsets.US_ASCII));
  }

  byte[] written() {
    return written.toByteArray();
  }
}
