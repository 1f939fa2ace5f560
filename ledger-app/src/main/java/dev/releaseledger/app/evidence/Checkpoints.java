package dev.releaseledger.app.evidence;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.refusal.EvidenceRefusal.NotSealed;
import dev.releaseledger.app.refusal.EvidenceRefusal.UnknownCheckpoint;
import dev.releaseledger.app.sealing.AwaitedSeal;
import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.domain.policy.Refused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the checkpoint that evidence is proven by. */
@Component
class Checkpoints {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TransparencyLog log;
  private final AwaitedSeal sealed;
  private final EventLog events;

  Checkpoints(TransparencyLog log, AwaitedSeal sealed, EventLog events) {
    this.log = log;
    this.sealed = sealed;
    this.events = events;
  }

  /** That of a size, or one that covers all that is recorded now. */
  SignedCheckpoint of(@Nullable Long size) {
    if (size == null) {
      long last = events.last();
      AwaitedSeal.Sealed unused = covering(last);
      return log.latest().orElseThrow(() -> new Refused(new NotSealed(last)));
    }
    return log.at(size).orElseThrow(() -> new Refused(new UnknownCheckpoint("size " + size)));
  }

  /** The first that covers an event, which is sealed now where it is not yet. */
  AwaitedSeal.Sealed covering(long position) {
    return sealed.at(position, PATIENCE).orElseThrow(() -> new Refused(new NotSealed(position)));
  }

  /** The position of the last event that a checkpoint covers. */
  long positionOf(SignedCheckpoint checkpoint) {
    return log.positionOf(checkpoint.size() - 1).orElseThrow();
  }
}
