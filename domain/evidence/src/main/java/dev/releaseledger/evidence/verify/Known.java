package dev.releaseledger.evidence.verify;

import java.util.Optional;

/** What a check established; a later check that needs it is not made where there is nothing. */
record Known<T>(Check check, Optional<T> value) {

  T get() {
    return value.orElseThrow(
        () -> Stop.notApplicable("not looked at, since the check " + check.id() + " did not pass"));
  }
}
