package dev.releaseledger.domain.log;

import dev.releaseledger.domain.privacy.FreeText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the log itself. Each takes effect with its own leaf: what is signed of a log that
 * has the leaf is signed as the event says.
 */
public sealed interface LogEvent {

  /** Who did it, as an actor id. */
  String actor();

  Instant at();

  /**
   * A second key signs from here on, beside the one before, until that one is retired.
   *
   * @param origin the name of the log
   * @param previous the key that signed so far, as a C2SP verifier key
   * @param key the key that is new, likewise
   * @param size of the last checkpoint before; the new key signs larger ones only
   * @param note what both keys have signed to vouch for each other, a C2SP signed note
   */
  record LogKeyRotated(
      String origin,
      String previous,
      String key,
      long size,
      String note,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements LogEvent {}

  /**
   * The key before signs nothing any more.
   *
   * @param origin the name of the log
   * @param retired the key that is given up, as a C2SP verifier key
   * @param key the key that signs alone from here on
   * @param size of the last checkpoint before; the given up key signs none that has this event
   */
  record LogKeyRetired(
      String origin,
      String retired,
      String key,
      long size,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements LogEvent {}

  /**
   * Nothing follows in this log.
   *
   * @param origin the name of the log
   * @param size of the last checkpoint that others keep, or of the last one where nobody does
   * @param root of that checkpoint, in Base64
   * @param anchored whether others keep it
   * @param compromised whether nothing behind that checkpoint is to be believed
   */
  record LogFrozen(
      String origin,
      long size,
      String root,
      boolean anchored,
      boolean compromised,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements LogEvent {}

  /**
   * This log begins where another one has ended; it is the first event of its ledger.
   *
   * @param origin the name of the log that has ended
   * @param size to which that one is believed
   * @param root its root at that size, in Base64
   */
  record LogContinued(String origin, long size, String root, String actor, Instant at)
      implements LogEvent {}
}
