package dev.releaseledger.app.sealing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Lets a caller wait until what was just recorded is in the log. */
@Component
public class AwaitedSeal {

  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private final Sealer sealer;
  private final TransparencyLog log;

  AwaitedSeal(Sealer sealer, TransparencyLog log) {
    this.sealer = sealer;
    this.log = log;
  }

  /** An event with its place, and the first checkpoint that covers it. */
  public record Sealed(long index, SignedCheckpoint checkpoint) {}

  /**
   * The place of the event at a position, which is sealed now where it is not yet.
   *
   * @return nothing where there is no such event, or the time ran out
   */
  public Optional<Sealed> at(long position, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<Sealed> sealed = known(position);
      if (sealed.isPresent()) {
        return sealed;
      }
      Optional<Long> unused = sealer.seal();
      sealed = known(position);
      if (sealed.isPresent() || System.nanoTime() - end >= 0) {
        return sealed;
      }
      // Another instance is sealing, or the event is not committed yet.
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private Optional<Sealed> known(long position) {
    return log.indexOf(position)
        .flatMap(index -> log.from(index + 1).map(checkpoint -> new Sealed(index, checkpoint)));
  }
}
