package dev.releaseledger.app.rest;

import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import org.jspecify.annotations.Nullable;

/** Values of requests. */
final class Values {

  private Values() {}

  static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new Refused(new InvalidValue(field, "is missing"));
    }
    return value;
  }

  static int limit(int asked, int most) {
    return Math.clamp(asked, 1, most);
  }
}
