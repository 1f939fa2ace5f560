package dev.releaseledger.app.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants as the ledger writes them, {@code 2026-01-20T10:00:00.123456Z}: every event has
 * one, and whoever reads a million events reads as many.
 */
final class InstantReader extends StdScalarDeserializer<Instant> {

  private static final long serialVersionUID = 1L;
  private static final int TO_SECONDS = "2026-01-20T10:00:00".length();
  private static final int NANOS_DIGITS = 9;
  private static final int SECONDS_PER_DAY = 86_400;

  InstantReader() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = parser.getText();
    try {
      Instant plain = isPlain(text) ? plain(text) : null;
      return plain == null ? Instant.parse(text) : plain;
    } catch (DateTimeException e) {
      return (Instant) context.handleWeirdStringValue(Instant.class, text, e.getMessage());
    }
  }

  /** Whether it is a year of four digits in UTC, with a fraction or without. */
  private static boolean isPlain(String text) {
    int last = text.length() - 1;
    if (last < TO_SECONDS || last > TO_SECONDS + 1 + NANOS_DIGITS || text.charAt(last) != 'Z') {
      return false;
    }
    for (int i = 0; i < last; i++) {
      char c = text.charAt(i);
      char wanted =
          switch (i) {
            case 4, 7 -> '-';
            case 10 -> 'T';
            case 13, 16 -> ':';
            case 19 -> '.';
            default -> '0';
          };
      if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return last != TO_SECONDS + 1;
  }

  private static @Nullable Instant plain(String text) {
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    int last = text.length() - 1;
    int nanos = 0;
    for (int i = TO_SECONDS + 1; i < TO_SECONDS + 1 + NANOS_DIGITS; i++) {
      nanos = nanos * 10 + (i < last ? text.charAt(i) - '0' : 0);
    }
    return Instant.ofEpochSecond(
        day * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second, nanos);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }
}
