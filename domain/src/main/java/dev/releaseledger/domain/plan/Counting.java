package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Identity;
import dev.releaseledger.domain.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;

/** Knows what becomes of a sequence whose type or bounds change. */
public final class Counting {

  private static final Map<String, String> HIGHEST =
      Map.of("smallint", "32767", "integer", "2147483647", "bigint", "9223372036854775807");
  private static final Map<String, String> LOWEST =
      Map.of("smallint", "-32768", "integer", "-2147483648", "bigint", "-9223372036854775808");

  private Counting() {}

  /** The identity that is there once its column has the other's type: bounds of a type follow. */
  static Identity retyped(Identity before, Identity after) {
    SequenceOptions old = before.options();
    String type = after.options().type();
    return new Identity(
        before.always(),
        before.sequence(),
        new SequenceOptions(
            type,
            old.start(),
            old.increment(),
            bound(LOWEST, old.minimum(), old.type(), type),
            bound(HIGHEST, old.maximum(), old.type(), type),
            old.cache(),
            old.cycle()),
        before.comment());
  }

  /** Whether the number a sequence starts with is out of the bounds it is to have. */
  public static boolean startsOutside(SequenceOptions before, SequenceOptions after) {
    BigInteger start = new BigInteger(before.start());
    return start.compareTo(new BigInteger(after.minimum())) < 0
        || start.compareTo(new BigInteger(after.maximum())) > 0;
  }

  private static String bound(Map<String, String> bounds, String value, String from, String to) {
    return Objects.equals(bounds.get(from), value) ? bounds.getOrDefault(to, value) : value;
  }
}
