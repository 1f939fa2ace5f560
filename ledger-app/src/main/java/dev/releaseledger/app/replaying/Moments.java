package dev.releaseledger.app.replaying;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownMoment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds how far the ledger had come at a moment. */
@Component
public class Moments {

  /** The moment that is always the last. */
  public static final String NOW = "now";

  private final EventLog log;
  private final Clock clock;

  Moments(EventLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * The position of the last event that had happened by a moment.
   *
   * @param asked the environments whose pointers are meant where the moment is a release
   */
  public long position(String text, Predicate<EnvironmentId> asked) {
    String moment = text.strip();
    return switch (Moment.read(moment)) {
      case Moment.Now() -> log.last();
      case Moment.At(long position) -> atPosition(moment, position);
      case Moment.Then(Instant instant) -> atInstant(moment, instant);
      case Moment.OfRelease(String release) -> atRelease(release, asked);
      case Moment.Unclear(String why) -> throw new Refused(new UnknownMoment(moment, why));
      case Moment.Other() ->
          throw new Refused(
              new InvalidValue(
                  "at",
                  "must be an instant with its time zone such as 2026-12-01T21:00Z, a date, which"
                      + " begins at 00:00Z, a position such as #4711, a release, or now"));
    };
  }

  private long atPosition(String moment, long position) {
    long last = log.last();
    if (position > last) {
      throw new Refused(new UnknownMoment(moment, "the last event is #" + last));
    }
    return position;
  }

  private long atInstant(String moment, Instant instant) {
    if (instant.isAfter(clock.instant())) {
      throw new Refused(new UnknownMoment(moment, "that is in the future"));
    }
    return log.at(instant);
  }

  private long atRelease(String release, Predicate<EnvironmentId> asked) {
    return log.atRelease(release, asked)
        .orElseThrow(() ->
            new Refused(
                new UnknownMoment(release, "no environment that is asked about ever had it")));
  }
}
