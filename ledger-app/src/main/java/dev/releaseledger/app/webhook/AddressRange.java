package dev.releaseledger.app.webhook;

import java.net.InetAddress;
import java.util.Arrays;

/** A range of addresses, as {@code 10.0.0.0/8} or {@code fd00::/8} writes it. */
final class AddressRange {

  private final byte[] prefix;
  private final int bits;

  private AddressRange(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /** Reads a range; a single address is the range of itself. */
  static AddressRange of(String text) {
    String[] parts = text.split("/", 2);
    byte[] prefix = InetAddress.ofLiteral(parts[0]).getAddress();
    int bits = parts.length == 1 ? prefix.length * 8 : Integer.parseInt(parts[1]);
    if (bits < 0 || bits > prefix.length * 8) {
      throw new IllegalArgumentException(text + " is no range of addresses");
    }
    return new AddressRange(prefix, bits);
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    int whole = bits / 8;
    if (bytes.length != prefix.length || !Arrays.equals(bytes, 0, whole, prefix, 0, whole)) {
      return false;
    }
    int rest = bits % 8;
    int mask = 0xff << (8 - rest);
    return rest == 0 || (bytes[whole] & mask) == (prefix[whole] & mask);
  }
}
