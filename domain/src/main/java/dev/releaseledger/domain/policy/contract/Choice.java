package dev.releaseledger.domain.policy.contract;

import java.util.Locale;

/** A value of a contract's setting that is one of a few words. */
public interface Choice {

  /** The constant's name in the language. */
  String name();

  /** The word in a policy document. */
  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
