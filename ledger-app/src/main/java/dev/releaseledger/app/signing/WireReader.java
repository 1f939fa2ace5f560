package dev.releaseledger.app.signing;

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

  byte[] bytes(int count) throws Unacceptable {
    if (count < 0 || count > rest.remaining()) {
      throw new Unacceptable("it ends too early");
    }
    byte[] bytes = new byte[count];
    rest.get(bytes);
    return bytes;
  }

  int uint32() throws Unacceptable {
    try {
      return rest.getInt();
    } catch (BufferUnderflowException e) {
      throw new Unacceptable("it ends too early");
    }
  }

  byte[] string() throws Unacceptable {
    return bytes(uint32());
  }

  String text() throws Unacceptable {
    // Names are ASCII; whatever else is in them is no name that anybody knows.
    return new String(string(), StandardCharsets.ISO_8859_1);
  }

  /** A number that is not negative. */
  BigInteger natural() throws Unacceptable {
    byte[] bytes = string();
    BigInteger number = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    if (number.signum() < 0) {
      throw new Unacceptable("it has a negative number");
    }
    return number;
  }

  void end() throws Unacceptable {
    if (rest.hasRemaining()) {
      throw new Unacceptable("it has more than it should");
    }
  }
}
