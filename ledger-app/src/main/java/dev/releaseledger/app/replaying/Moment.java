package dev.releaseledger.app.replaying;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A moment of the ledger as people write it: the one grammar for it, wherever one is asked for. */
public sealed interface Moment {

  /** After the last event there is. */
  record Now() implements Moment {}

  /** After the event at a position. */
  record At(long position) implements Moment {}

  /** After what had happened by an instant. */
  record Then(Instant instant) implements Moment {}

  /** After a pointer last moved to a release. */
  record OfRelease(String release) implements Moment {}

  /** Written as a moment is, and yet none. */
  record Unclear(String why) implements Moment {}

  /** Nothing that is written as a moment is. */
  record Other() implements Moment {}

  /** Reads a moment. */
  static Moment read(String text) {
    if (text.startsWith("#")) {
      return text.matches("#\\d{1,18}")
          ? new At(Long.parseLong(text.substring(1)))
          : new Unclear("a position is # and a number");
    }
    if (text.startsWith("rel_")) {
      return new OfRelease(text);
    }
    if (text.equals("now")) {
      return new Now();
    }
    return text.matches("\\d{4}-\\d{2}-\\d{2}([Tt].*)?") ? instant(text) : new Other();
  }

  private static Moment instant(String text) {
    try {
      return new Then(
          text.length() == "2026-12-01".length()
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return new Unclear(
          isLocal(text)
              ? "it does not say in which time zone; for UTC, add a Z"
              : "there is no such instant");
    }
  }

  private static boolean isLocal(String text) {
    try {
      LocalDateTime unused = LocalDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
