package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.timestamp.TimestampVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When events were recorded, as others vouch for it: after the last anchored checkpoint without
 * them, and before the first with them.
 */
record TimesCheck(List<Stamped> anchors, List<TimestampVerdict.Valid> stamps) {

  /** How far clocks may differ, and how old a checkpoint may be when it is anchored. */
  static final Duration SLACK = Duration.ofMinutes(5);

  /** An event and the time that it claims. */
  record Claim(long index, Instant at) {}

  /** What an event says of its time: in its leaf, and in itself. */
  static Stream<Claim> claims(Entry entry) {
    return Stream.concat(
            Stream.of(entry.leaf().at()), entry.text("at").stream().map(_ -> entry.at()))
        .map(at -> new Claim(entry.index(), at));
  }

  Passed<Boolean> of(List<Claim> claims) {
    boolean any = !stamps.isEmpty() || anchors.stream().anyMatch(one -> one.time().isPresent());
    if (!any) {
      throw Stop.notApplicable("nobody whom the trust file names says a time");
    }
    Duration widest = Duration.ZERO;
    boolean open = false;
    for (Claim claim : claims) {
      Optional<Instant> after = after(claim.index());
      Optional<Instant> before = before(claim.index());
      after.ifPresent(time ->
          Stop.unless(
              !claim.at().isBefore(time.minus(SLACK)),
              claim(claim) + ", but was not there yet at " + time));
      before.ifPresent(time ->
          Stop.unless(
              !claim.at().isAfter(time.plus(SLACK)),
              claim(claim) + ", but was there at " + time + " already"));
      if (after.isPresent() && before.isPresent()) {
        Duration width = Duration.between(after.get(), before.get());
        widest = Stream.of(widest, width).max(Comparator.naturalOrder()).orElse(width);
      } else {
        open = true;
      }
    }
    return Passed.of(
        open
            ? "within bounds, which for some events are on one side only"
            : "within bounds of at most " + Amounts.of(widest));
  }

  private static String claim(Claim claim) {
    return "the event at " + claim.index() + " says " + claim.at();
  }

  private Optional<Instant> after(long index) {
    return anchors.stream()
        .filter(one -> one.claimed().size() <= index)
        .flatMap(one -> one.time().stream())
        .map(Stamped.HeldAt::earliest)
        .max(Instant::compareTo);
  }

  private Optional<Instant> before(long index) {
    Stream<Instant> anchored =
        anchors.stream()
            .filter(one -> one.claimed().size() > index)
            .flatMap(one -> one.time().stream())
            .map(Stamped.HeldAt::latest);
    return Stream.concat(anchored, stamps.stream().map(TimestampVerdict.Valid::latest))
        .min(Instant::compareTo);
  }
}
