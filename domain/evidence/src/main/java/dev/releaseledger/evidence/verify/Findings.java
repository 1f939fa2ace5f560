package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes checks one after another and keeps what they come to. */
final class Findings {

  private final List<Finding> all = new ArrayList<>();

  <T> Known<T> make(Check check, Supplier<Passed<T>> looking) {
    Optional<T> value = Optional.empty();
    Finding finding;
    try {
      Passed<T> passed = looking.get();
      value = Optional.of(passed.value());
      finding = new Finding(check, Result.PASSED, passed.detail());
    } catch (Stop stop) {
      finding = stop.finding(check);
    } catch (Malformed malformed) {
      finding = new Finding(check, Result.FAILED, malformed.reason());
    }
    all.add(finding);
    return new Known<>(check, value);
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
