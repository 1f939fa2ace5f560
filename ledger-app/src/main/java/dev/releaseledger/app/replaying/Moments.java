package dev.releaseledger.app.replaying;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownMoment;
import dev.releaseledger.domain.policy.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Moments of the ledger as people name them: {@code #4711}, {@code 2026-12-01T21:00Z}, {@code
 * rel_01M7...} or {@code now}.
 */
@Component
public class Moments {

  /** The moment that is always the last. */
  public static final String NOW = "now";

  private static final Pattern POSITION = Pattern.compile("#(\\d{1,18})");

  private static final int DATE = "2026-12-01".length();

  private final EventLog log;

  Moments(EventLog log) {
    this.log = log;
  }

  /** The position of the last event that had happened by a moment. */
  public long position(String moment) {
    Matcher position = POSITION.matcher(moment);
    if (position.matches()) {
      return atPosition(moment, Long.parseLong(position.group(1)));
    }
    if (moment.equals(NOW)) {
      return log.last();
    }
    if (moment.startsWith("rel_")) {
      return log.atRelease(moment)
          .orElseThrow(
              () -> new Refused(new UnknownMoment(moment, "no environment ever had this release")));
    }
    return log.at(instant(moment));
  }

  private long atPosition(String moment, long position) {
    long last = log.last();
    if (position > last) {
      throw new Refused(new UnknownMoment(moment, "the last event is #" + last));
    }
    return position;
  }

  private static Instant instant(String text) {
    try {
      return text.length() == DATE
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Refused(
          new InvalidValue(
              "at",
              "must be an instant with its time zone such as 2026-12-01T21:00Z, a date, which"
                  + " begins at 00:00Z, a position such as #4711, a release, or now"));
    }
  }
}
