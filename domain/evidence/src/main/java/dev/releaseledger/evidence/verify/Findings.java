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
    } catch (RuntimeException e) {
      // Whoever has the keys may have signed numbers that no clock or list has; that is no reason
      // to end without a report.
      finding =
          new Finding(check, Result.FAILED, "what it says cannot be: " + Shown.of(e.toString()));
    }
    all.add(finding);
    return new Known<>(check, value);
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
