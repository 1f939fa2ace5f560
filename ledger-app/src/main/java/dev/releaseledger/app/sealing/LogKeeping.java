package dev.releaseledger.app.sealing;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.refusal.EvidenceRefusal.NotSealed;
import dev.releaseledger.app.refusal.LogKeepingRefusal.AppliesRunning;
import dev.releaseledger.app.refusal.LogKeepingRefusal.LogKeyMissing;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.log.LogCommand.FreezeLog;
import dev.releaseledger.domain.log.LogCommand.RetireKey;
import dev.releaseledger.domain.log.LogCommand.RotateKey;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.log.KeyExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Changes the keys of the log, and ends it.
 *
 * <p>A key is on the disk before the event that lets it sign. The event is what counts: a key that
 * no event names signs nothing, and one that an event names signs from its leaf on, whatever
 * happens to the service in between.
 */
@Component
public class LogKeeping {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Ledger ledger;
  private final LogKeys keys;
  private final TransparencyLog log;
  private final AwaitedSeal sealed;
  private final ObjectProvider<KeptElsewhere> kept;
  private final Clock clock;

  LogKeeping(
      Ledger ledger,
      LogKeys keys,
      TransparencyLog log,
      AwaitedSeal sealed,
      ObjectProvider<KeptElsewhere> kept,
      Clock clock) {
    this.ledger = ledger;
    this.keys = keys;
    this.log = log;
    this.sealed = sealed;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * Has another key sign, beside the one that signs now.
   *
   * @param named a key whose file is there already; else one is drawn
   * @return the position of the event, which is sealed
   */
  public long rotate(@Nullable String named, @Nullable String reason, String actor) {
    SignerKey previous = held(log.verifierKey());
    if (named != null) {
      return sealed(record(previous, held(key(named)), reason, actor));
    }
    SignerKey drawn = drawn();
    long position;
    try {
      position = record(previous, drawn, reason, actor);
    } catch (Refused refused) {
      discard(drawn);
      throw refused;
    }
    // From here on the log needs the key, whatever else goes wrong.
    return sealed(position);
  }

  private long record(SignerKey previous, SignerKey key, @Nullable String reason, String actor) {
    return ledger.record(
        new RotateKey(
            log.origin(),
            previous.verifier().text(),
            key.verifier().text(),
            latestSize(),
            KeyExchange.sign(previous, key).written(),
            reason,
            actor,
            clock.instant()));
  }

  /** Has the key before sign no longer. */
  public long retire(@Nullable String reason, String actor) {
    return sealed(
        ledger.record(new RetireKey(log.origin(), latestSize(), reason, actor, clock.instant())));
  }

  /**
   * Ends the log.
   *
   * @param origin its name, by which whoever asks shows that they mean it
   * @param compromised whether nothing behind what others keep is to be believed
   */
  public long freeze(String origin, boolean compromised, @Nullable String reason, String actor) {
    if (!origin.equals(log.origin())) {
      throw new Refused(
          new InvalidValue("origin", "must be the name of the log, %s".formatted(log.origin())));
    }
    requireNothingRuns();
    Optional<SignedCheckpoint> anchored =
        kept.stream().flatMap(it -> it.size().stream()).findFirst().flatMap(log::at);
    SignedCheckpoint last = anchored.or(log::latest).orElseGet(log::empty);
    return sealed(
        ledger.record(
            new FreezeLog(
                origin,
                last.size(),
                last.root().base64(),
                anchored.isPresent(),
                compromised,
                reason,
                actor,
                clock.instant())));
  }

  private void requireNothingRuns() {
    List<String> running =
        ledger.environments().stream()
            .flatMap(id -> ledger.environment(id).stream())
            .flatMap(environment -> environment.underway().stream())
            // That there is drift is an outcome.
            .filter(rollout -> rollout.status() != RolloutStatus.DRIFTED)
            .map(rollout -> rollout.id())
            .toList();
    if (!running.isEmpty()) {
      throw new Refused(new AppliesRunning(running));
    }
  }

  private long latestSize() {
    return log.latest().map(SignedCheckpoint::size).orElse(0L);
  }

  /** What was recorded takes effect with its leaf, so that this is waited for. */
  private long sealed(long position) {
    return sealed
        .at(position, PATIENCE)
        .map(it -> position)
        .orElseThrow(() -> new Refused(new NotSealed(position)));
  }

  private static VerifierKey key(String text) {
    return switch (VerifierKey.parse(text)) {
      case Read.Good<VerifierKey>(VerifierKey key) -> key;
      case Read.Bad<VerifierKey>(String reason) ->
          throw new Refused(new InvalidValue("key", "must be a verifier key: " + reason));
    };
  }

  private SignerKey held(VerifierKey key) {
    return keys.signer(key)
        .orElseThrow(() ->
            new Refused(
                new LogKeyMissing(
                    keys.beside(key.id()).toString(), "is not there, or has another key")));
  }

  private SignerKey drawn() {
    try {
      return keys.draw();
    } catch (IOException e) {
      throw new Refused(
          new LogKeyMissing("a new file beside the key of the log", "cannot be written"));
    }
  }

  private void discard(SignerKey drawn) {
    try {
      keys.discard(drawn);
    } catch (IOException e) {
      // A key that no event names signs nothing.
    }
  }
}
