package dev.releaseledger.domain.log;

import static dev.releaseledger.domain.log.LogDecision.accept;
import static dev.releaseledger.domain.log.LogDecision.decline;

import dev.releaseledger.domain.log.LogCommand.ContinueLog;
import dev.releaseledger.domain.log.LogCommand.FreezeLog;
import dev.releaseledger.domain.log.LogCommand.RetireKey;
import dev.releaseledger.domain.log.LogCommand.RotateKey;
import dev.releaseledger.domain.log.LogEvent.LogContinued;
import dev.releaseledger.domain.log.LogEvent.LogFrozen;
import dev.releaseledger.domain.log.LogEvent.LogKeyRetired;
import dev.releaseledger.domain.log.LogEvent.LogKeyRotated;
import dev.releaseledger.domain.log.LogRefusal.KeyUsedBefore;
import dev.releaseledger.domain.log.LogRefusal.LogHasBegun;
import dev.releaseledger.domain.log.LogRefusal.LogIsFrozen;
import dev.releaseledger.domain.log.LogRefusal.NoRotationOpen;
import dev.releaseledger.domain.log.LogRefusal.RotationOpen;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The log as its events have made it: a state and a command give an event or a refusal.
 *
 * @param used every key that an event has named
 * @param key the last key that was added, or null before the first rotation
 * @param overlapping the key before, while both sign, or null
 * @param frozen whether the log has ended
 * @param begun whether anything has happened to it
 */
public record LedgerLog(
    SortedSet<String> used,
    @Nullable String key,
    @Nullable String overlapping,
    boolean frozen,
    boolean begun) {

  /** The identity of the one stream. */
  public static final String STREAM = "log";

  public LedgerLog {
    used = Collections.unmodifiableSortedSet(new TreeSet<>(used));
  }

  /** Before anything happened to it. */
  public static LedgerLog initial() {
    return new LedgerLog(new TreeSet<>(), null, null, false, false);
  }

  /** Decides one command. */
  public LogDecision decide(LogCommand command) {
    if (frozen) {
      return decline(new LogIsFrozen());
    }
    return switch (command) {
      case RotateKey c -> rotate(c);
      case RetireKey c ->
          overlapping == null || key == null
              ? decline(new NoRotationOpen())
              : accept(
                  new LogKeyRetired(
                      c.origin(), overlapping, key, c.size(), c.reason(), c.actor(), c.at()));
      case FreezeLog c ->
          accept(
              new LogFrozen(
                  c.origin(),
                  c.size(),
                  c.root(),
                  c.anchored(),
                  c.compromised(),
                  c.reason(),
                  c.actor(),
                  c.at()));
      case ContinueLog c ->
          begun
              ? decline(new LogHasBegun())
              : accept(new LogContinued(c.origin(), c.size(), c.root(), c.actor(), c.at()));
    };
  }

  private LogDecision rotate(RotateKey c) {
    if (overlapping != null) {
      return decline(new RotationOpen(overlapping));
    }
    if (used.contains(c.key()) || c.key().equals(c.previous())) {
      return decline(new KeyUsedBefore(c.key()));
    }
    return accept(
        new LogKeyRotated(
            c.origin(), c.previous(), c.key(), c.size(), c.note(), c.reason(), c.actor(), c.at()));
  }

  /** What it is after one more event. */
  public LedgerLog evolve(LogEvent event) {
    return switch (event) {
      case LogKeyRotated e -> {
        SortedSet<String> known = new TreeSet<>(used);
        known.add(e.previous());
        known.add(e.key());
        yield new LedgerLog(known, e.key(), e.previous(), frozen, true);
      }
      case LogKeyRetired _ -> new LedgerLog(used, key, null, frozen, true);
      case LogFrozen _ -> new LedgerLog(used, key, overlapping, true, true);
      case LogContinued _ -> new LedgerLog(used, key, overlapping, frozen, true);
    };
  }
}
