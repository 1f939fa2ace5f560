package dev.releaseledger.app.history;

import dev.releaseledger.app.refusal.HistoryRefusal.UnknownPoint;
import dev.releaseledger.app.replaying.Moment;
import dev.releaseledger.domain.policy.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which schema is meant: the one grammar for it, wherever a point is asked for. */
public sealed interface Point {

  /** What the environment's current release says. */
  record Current() implements Point {}

  /** What the database is right now. */
  record Live() implements Point {}

  /** What a release says. */
  record OfRelease(String release) implements Point {}

  /** What the release said that the environment was on when the ledger reached a position. */
  record At(long position) implements Point {}

  /** What the release said that the environment was on at an instant. */
  record Then(Instant instant) implements Point {}

  /** What the current release of another environment of the project says. */
  record OfEnvironment(String name) implements Point {}

  /** What a commit declares. */
  record OfRef(String ref) implements Point {}

  /** The name of an environment, or else a git ref. */
  record Word(String word) implements Point {}

  /** Reads a point; nothing said means the current release. */
  static Point parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return new Current();
    }
    String point = text.strip();
    if (point.startsWith("env:")) {
      return new OfEnvironment(named(point, "env:"));
    }
    if (point.startsWith("ref:")) {
      return new OfRef(named(point, "ref:"));
    }
    return switch (point) {
      case "current" -> new Current();
      case "live" -> new Live();
      default -> momentOrWord(point);
    };
  }

  private static Point momentOrWord(String point) {
    return switch (Moment.read(point)) {
      case Moment.Now() -> new Current();
      case Moment.At(long position) -> new At(position);
      case Moment.Then(Instant instant) -> new Then(instant);
      case Moment.OfRelease(String release) -> new OfRelease(release);
      case Moment.Unclear(String why) -> throw new Refused(new UnknownPoint(point, why));
      case Moment.Other() -> new Word(point);
    };
  }

  private static String named(String point, String prefix) {
    String name = point.substring(prefix.length()).strip();
    if (name.isEmpty()) {
      throw new Refused(new UnknownPoint(point, "nothing is named behind the colon"));
    }
    return name;
  }
}
