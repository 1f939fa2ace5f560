package dev.releaseledger.domain.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked about the log itself. */
public sealed interface LogCommand {

  /** Who asks, as an actor id. */
  String actor();

  Instant at();

  /** Have another key sign, beside the one that signs now. */
  record RotateKey(
      String origin,
      String previous,
      String key,
      long size,
      String note,
      @Nullable String reason,
      String actor,
      Instant at)
      implements LogCommand {}

  /** Have the key before sign no longer. */
  record RetireKey(String origin, long size, @Nullable String reason, String actor, Instant at)
      implements LogCommand {}

  /** End the log. */
  record FreezeLog(
      String origin,
      long size,
      String root,
      boolean anchored,
      boolean compromised,
      @Nullable String reason,
      String actor,
      Instant at)
      implements LogCommand {}

  /** Begin the log with where another one has ended. */
  record ContinueLog(String origin, long size, String root, String actor, Instant at)
      implements LogCommand {}
}
