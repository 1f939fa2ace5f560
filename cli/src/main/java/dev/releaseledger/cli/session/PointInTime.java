package dev.releaseledger.cli.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a point in time, which has to say in which zone it is meant. */
public final class PointInTime implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    try {
      return ZonedDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          isLocal(text)
              ? "'%1$s' does not say in which time zone; write %1$sZ for UTC, or add the offset, as in %1$s+01:00"
                  .formatted(text)
              : "'%s' is no point in time; write it like 2026-12-01T22:00Z or 2026-12-01T22:00+01:00"
                  .formatted(text));
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
