package dev.releaseledger.domain.document;

import java.util.Locale;

/** One of a few words, in a document or in what is said of a plan. */
public interface Choice {

  /** The constant's name in the language. */
  String name();

  /** The word it is written as. */
  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
