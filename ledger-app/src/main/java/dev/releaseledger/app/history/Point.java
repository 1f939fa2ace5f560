package dev.releaseledger.app.history;

import dev.releaseledger.app.refusal.HistoryRefusal.UnknownPoint;
import dev.releaseledger.domain.policy.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    if (point.startsWith("#")) {
      return position(point);
    }
    if (point.startsWith("env:")) {
      return new OfEnvironment(named(point, "env:"));
    }
    if (point.startsWith("ref:")) {
      return new OfRef(named(point, "ref:"));
    }
    return switch (point) {
      case "current" -> new Current();
      case "live" -> new Live();
      default -> point.startsWith("rel_") ? new OfRelease(point) : instantOrWord(point);
    };
  }

  private static Point position(String point) {
    if (!point.matches("#\\d{1,18}")) {
      throw new Refused(new UnknownPoint(point, "a position is # and a number"));
    }
    return new At(Long.parseLong(point.substring(1)));
  }

  private static String named(String point, String prefix) {
    String name = point.substring(prefix.length()).strip();
    if (name.isEmpty()) {
      throw new Refused(new UnknownPoint(point, "nothing is named behind the colon"));
    }
    return name;
  }

  private static Point instantOrWord(String point) {
    if (!point.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?")) {
      return new Word(point);
    }
    try {
      return new Then(
          point.length() == 10
              ? LocalDate.parse(point).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(point).toInstant());
    } catch (DateTimeException e) {
      throw new Refused(
          new UnknownPoint(
              point,
              isLocal(point)
                  ? "it does not say in which time zone; for UTC, add a Z"
                  : "there is no such instant"));
    }
  }

  private static boolean isLocal(String point) {
    try {
      LocalDateTime unused = LocalDateTime.parse(point);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
