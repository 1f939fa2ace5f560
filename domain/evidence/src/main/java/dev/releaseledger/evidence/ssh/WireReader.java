package dev.releaseledger.evidence.ssh;

import dev.releaseledger.evidence.Malformed;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the values of RFC 4251, section 5, one after the other. */
final class WireReader {

  private final ByteBuffer rest;

  WireReader(byte[] bytes) {
    rest = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  byte[] bytes(int count) {
    if (count < 0 || count > rest.remaining()) {
      throw new Malformed("it ends too early");
    }
    byte[] bytes = new byte[count];
    rest.get(bytes);
    return bytes;
  }

  int uint32() {
    try {
      return rest.getInt();
    } catch (BufferUnderflowException e) {
      throw new Malformed("it ends too early");
    }
  }

  byte[] string() {
    return bytes(uint32());
  }

  String text() {
    // Names are ASCII; whatever else is in them is no name that anybody knows.
    return new String(string(), StandardCharsets.ISO_8859_1);
  }

  /** A number that is not negative. */
  BigInteger natural() {
    byte[] bytes = string();
    BigInteger number = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    if (number.signum() < 0) {
      throw new Malformed("it has a negative number");
    }
    return number;
  }

  void end() {
    if (rest.hasRemaining()) {
      throw new Malformed("it has more than it should");
    }
  }
}
