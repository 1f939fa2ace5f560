package dev.releaseledger.evidence.verify;

import java.time.Duration;

/** Numbers and durations as people read them. */
final class Amounts {

  private Amounts() {}

  /** A number with its noun. */
  static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A duration in its two largest units. */
  static String of(Duration duration) {
    if (duration.toDays() > 0) {
      return of(duration.toDays(), "day") + rest(duration.toHoursPart(), "hour");
    }
    if (duration.toHours() > 0) {
      return of(duration.toHours(), "hour") + rest(duration.toMinutesPart(), "minute");
    }
    if (duration.toMinutes() > 0) {
      return of(duration.toMinutes(), "minute") + rest(duration.toSecondsPart(), "second");
    }
    return of(duration.toSeconds(), "second");
  }

  private static String rest(int number, String noun) {
    return number == 0 ? "" : " " + of(number, noun);
  }
}
