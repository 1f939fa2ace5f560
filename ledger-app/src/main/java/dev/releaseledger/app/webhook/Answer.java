package dev.releaseledger.app.webhook;

import dev.releaseledger.app.port.Receipt;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver answered.
 *
 * @param retryAfter the header of that name
 * @param body the beginning of its text
 */
record Answer(int status, @Nullable String retryAfter, String body) {

  private static final int GONE = 410;
  private static final int LONGEST = 200;

  /** What it means; the URL is not repeated, even where the receiver does so. */
  Receipt receipt(URI url, Instant now) {
    if (status / 100 == 2) {
      return Receipt.taken(status, "accepted");
    }
    if (status == GONE) {
      return new Receipt(Receipt.Outcome.GONE, status, text(url), null);
    }
    return new Receipt(Receipt.Outcome.FAILED, status, text(url), wanted(now));
  }

  private String text(URI url) {
    String said = clean(url);
    String what =
        status / 100 == 3 ? "it redirects, which is not followed" : "it answered " + status;
    return said.isEmpty() ? what : what + ": " + said;
  }

  private String clean(URI url) {
    String text = body;
    for (String secret : new String[] {url.getRawPath(), url.getPath(), url.getRawQuery()}) {
      if (secret != null && secret.length() > 1) {
        text = text.replace(secret, "...");
      }
    }
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").replaceAll("\\p{C}", "").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  private @Nullable Duration wanted(Instant now) {
    if (retryAfter == null) {
      return null;
    }
    try {
      Duration wanted =
          retryAfter.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(retryAfter))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                      .toInstant());
      return wanted.isNegative() ? null : wanted;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
