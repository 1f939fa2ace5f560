package dev.releaseledger.app.evidence;

import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.replaying.Moments;
import dev.releaseledger.app.sealing.AwaitedSeal;
import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.domain.policy.Refused;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the checkpoints that a period lies between. They may lie further apart than was asked for,
 * and never less.
 */
@Component
class PeriodEnds {

  private static final Pattern SIZE = Pattern.compile("[0-9]{1,15}");
  private static final Pattern POSITION = Pattern.compile("#[0-9]{1,15}");

  private final TransparencyLog log;
  private final Checkpoints checkpoints;
  private final Moments moments;
  private final ObjectProvider<AnchorTrust> anchors;

  PeriodEnds(
      TransparencyLog log,
      Checkpoints checkpoints,
      Moments moments,
      ObjectProvider<AnchorTrust> anchors) {
    this.log = log;
    this.checkpoints = checkpoints;
    this.moments = moments;
    this.anchors = anchors;
  }

  /** The two ends. */
  record Ends(SignedCheckpoint from, SignedCheckpoint to) {}

  Ends of(String from, String to) {
    SignedCheckpoint first = SIZE.matcher(from).matches() ? ofSize(from) : log.upTo(before(from));
    SignedCheckpoint last = SIZE.matcher(to).matches() ? ofSize(to) : behind(to);
    if (last.size() <= first.size()) {
      throw new Refused(
          new InvalidValue(
              "to",
              "nothing lies between: the log had %d leaves then, and %d at the beginning"
                  .formatted(last.size(), first.size())));
    }
    return new Ends(first, last);
  }

  private SignedCheckpoint ofSize(String text) {
    long size = Long.parseLong(text);
    return size == 0 ? log.empty() : checkpoints.of(size);
  }

  /** How many leaves there were before a moment; an event that is named is not among them. */
  private long before(String moment) {
    long position = position(moment);
    if (position == 0) {
      return 0;
    }
    long index = checkpoints.covering(position).index();
    return POSITION.matcher(moment).matches() ? index : index + 1;
  }

  private SignedCheckpoint behind(String moment) {
    long position = position(moment);
    return position == 0 ? log.empty() : kept(checkpoints.covering(position));
  }

  /** One that others keep, where there is one already: a period is proven by nothing else. */
  private SignedCheckpoint kept(AwaitedSeal.Sealed sealed) {
    return anchors.stream()
        .flatMap(places -> places.firstAnchored(sealed.index()).stream())
        .findFirst()
        .map(checkpoints::of)
        .orElse(sealed.checkpoint());
  }

  private long position(String moment) {
    // A release is a moment of its environments, and a period is one of the whole ledger.
    return moments.position(moment, environment -> false);
  }
}
