package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.Anchor;
import dev.releaseledger.evidence.note.Checkpoint;
import java.time.Instant;
import java.util.Optional;

/**
 * An anchor whose receipt was looked at.
 *
 * @param anchor as it is in the bundle
 * @param claimed what its note says; who signed that is looked at later
 * @param counts whether somebody whom the trust file names vouches for it
 * @param time when it was held, where they say so
 */
record Stamped(Anchor anchor, Checkpoint claimed, boolean counts, Optional<HeldAt> time) {

  /** Between these two times. */
  record HeldAt(Instant earliest, Instant latest) {}
}
