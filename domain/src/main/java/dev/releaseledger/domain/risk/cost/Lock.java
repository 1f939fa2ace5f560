package dev.releaseledger.domain.risk.cost;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The locks that statements take on relations, from weakest to strongest. */
public enum Lock {
  ACCESS_SHARE,
  ROW_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /** The lock that PostgreSQL calls this, such as {@code ACCESS EXCLUSIVE}. */
  public static Lock named(String mode) {
    return valueOf(mode.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  /** The stronger of the two, where null is none. */
  public static @Nullable Lock stronger(@Nullable Lock one, @Nullable Lock other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Its name in PostgreSQL, such as {@code ACCESS EXCLUSIVE}. */
  public String sql() {
    return name().replace('_', ' ');
  }

  /** Whether it keeps plain queries waiting. */
  public boolean blocksReaders() {
    return this == ACCESS_EXCLUSIVE;
  }

  /** Whether it keeps inserts, updates and deletes waiting. */
  public boolean blocksWriters() {
    return compareTo(SHARE) >= 0;
  }
}
