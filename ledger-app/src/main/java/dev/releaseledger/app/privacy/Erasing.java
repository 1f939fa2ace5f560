package dev.releaseledger.app.privacy;

import dev.releaseledger.app.access.AccessTokens;
import dev.releaseledger.app.access.Actors;
import dev.releaseledger.app.port.KeptTexts;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.domain.access.AccessCommand.EraseTexts;
import dev.releaseledger.domain.access.AccessRefusal.ActorStillActs;
import dev.releaseledger.domain.access.AccessRefusal.NothingToErase;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Forgets who somebody was, and what people wrote.
 *
 * <p>What events hold stays as it is: ids and digests, so every proof does too. Views have the
 * texts until they are built anew, which begins at once.
 */
@Component
public class Erasing {

  private static final int TEXTS_AT_ONCE = 1_000;

  private final Actors actors;
  private final AccessTokens tokens;
  private final KeptTexts texts;
  private final Retention retention;
  private final Ledger ledger;
  private final Projections projections;
  private final Clock clock;

  Erasing(
      Actors actors,
      AccessTokens tokens,
      KeptTexts texts,
      Retention retention,
      Ledger ledger,
      Projections projections,
      Clock clock) {
    this.actors = actors;
    this.tokens = tokens;
    this.texts = texts;
    this.retention = retention;
    this.ledger = ledger;
    this.projections = projections;
    this.clock = clock;
  }

  /**
   * What was forgotten.
   *
   * @param position of the last event that says so
   * @param texts how many texts
   * @param rebuilding the projections that are built anew without them
   */
  public record Erased(long position, int texts, List<String> rebuilding) {
    public Erased {
      rebuilding = List.copyOf(rebuilding);
    }
  }

  /**
   * Forgets the name, the addresses and the sign-in of an actor, and on request all that it wrote.
   */
  public Erased actor(String name, boolean withTexts, @Nullable String reason, String by) {
    String holder = actors.require(name);
    List<String> usable = tokens.usableOf(holder).stream().map(id -> "token " + id).toList();
    if (!usable.isEmpty()) {
      throw new Refused(new ActorStillActs(usable));
    }
    retention.requireOver(actors.lastActed(holder));
    Set<String> written = withTexts ? texts.writtenBy(holder) : Set.of();
    retention.requireOver(texts.lastRecorded(written));
    long position = actors.erase(holder, reason, by);
    return written.isEmpty()
        ? new Erased(position, 0, List.of())
        : erase(written, null, holder, reason, by);
  }

  /** Forgets the texts of one event, and where its rollout repeats them. */
  public Erased event(long position, @Nullable String reason, String by) {
    Set<String> written = texts.ofEvent(position);
    if (written.isEmpty()) {
      throw new Refused(new NothingToErase("event #" + position));
    }
    retention.requireOver(texts.lastRecorded(written));
    return erase(written, position, null, reason, by);
  }

  private Erased erase(
      Set<String> digests,
      @Nullable Long position,
      @Nullable String holder,
      @Nullable String reason,
      String by) {
    long recorded =
        digests.stream()
            .gather(Gatherers.windowFixed(TEXTS_AT_ONCE))
            .mapToLong(some ->
                ledger.record(new EraseTexts(some, position, holder, reason, by, clock.instant())))
            .max()
            .orElseThrow();
    ledger.readAnew();
    List<String> rebuilding = projections.withTexts();
    projections.startRebuilding(rebuilding);
    return new Erased(recorded, digests.size(), rebuilding);
  }
}
