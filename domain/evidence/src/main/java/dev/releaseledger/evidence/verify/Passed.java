package dev.releaseledger.evidence.verify;

/** A check that passed: what it read, for the checks after it, and what is to be said of it. */
record Passed<T>(T value, String detail) {

  static Passed<Boolean> of(String detail) {
    return new Passed<>(true, detail);
  }
}
