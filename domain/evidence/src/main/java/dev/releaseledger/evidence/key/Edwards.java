package dev.releaseledger.evidence.key;

import java.math.BigInteger;
import java.util.Set;

/** The curve of Ed25519, as far as a key has to be looked at before it is used. */
final class Edwards {

  static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  /** One y of the points of order eight; the other is its negative. */
  private static final BigInteger Y_OF_ORDER_EIGHT =
      new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16);

  /** The y of the eight points of small order; x decides between two of them. */
  static final Set<BigInteger> SMALL_ORDER =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          P.subtract(BigInteger.ONE),
          Y_OF_ORDER_EIGHT,
          P.subtract(Y_OF_ORDER_EIGHT));

  private Edwards() {}

  static BigInteger y(byte[] littleEndian) {
    byte[] bigEndian = new byte[littleEndian.length];
    for (int i = 0; i < littleEndian.length; i++) {
      bigEndian[littleEndian.length - 1 - i] = littleEndian[i];
    }
    bigEndian[0] &= 0x7f;
    return new BigInteger(1, bigEndian);
  }

  static boolean isCanonical(BigInteger y) {
    return y.compareTo(P) < 0;
  }

  static boolean isOfSmallOrder(BigInteger y) {
    return SMALL_ORDER.contains(y);
  }
}
