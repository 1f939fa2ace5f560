package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.port.AnchorEntry;
import dev.releaseledger.app.port.AnchorOutcome;
import dev.releaseledger.app.port.AnchorOutcome.Contradicted;
import dev.releaseledger.app.port.AnchorOutcome.Failed;
import dev.releaseledger.app.port.AnchorOutcome.Kept;
import dev.releaseledger.app.port.AnchorPlace;
import dev.releaseledger.app.port.OfferedCheckpoint;
import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.evidence.note.Checkpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives checkpoints to those who keep them.
 *
 * <p>All places are given the same checkpoint, so that it can be said of one how many keep it. A
 * place that fails holds up neither the others nor the sealing.
 */
@Component
class Anchoring {

  private static final Logger LOG = LoggerFactory.getLogger(Anchoring.class);

  private final Anchors anchors;
  private final AnchorTables tables;
  private final AnchorTurn turn;
  private final TransparencyLog log;
  private final UrgentEvents urgent;
  private final AnchorMetrics metrics;
  private final RoundSchedule schedule;
  private final AnchorPauses pauses;
  private final Clock clock;

  Anchoring(
      Anchors anchors,
      AnchorTables tables,
      AnchorTurn turn,
      TransparencyLog log,
      UrgentEvents urgent,
      AnchorMetrics metrics,
      LedgerSettings settings,
      Clock clock) {
    this.anchors = anchors;
    this.tables = tables;
    this.turn = turn;
    this.log = log;
    this.urgent = urgent;
    this.metrics = metrics;
    this.schedule = RoundSchedule.of(settings.anchors());
    this.pauses = AnchorPauses.of(settings.anchors());
    this.clock = clock;
  }

  /** Gives the checkpoint of the round to whom it is due, unless another instance does. */
  void run() {
    if (anchors.areThere()) {
      boolean unused = turn.alone(() -> log.latest().ifPresent(this::goOn));
    }
  }

  private void goOn(SignedCheckpoint latest) {
    Instant now = clock.instant();
    Optional<Round> last = tables.round();
    boolean begins =
        schedule.begins(last, latest.size(), urgent.areBeyond(last, latest.size()), now)
            || last.filter(it -> schedule.isStale(it, latest.size(), now))
                .filter(it -> !due(it, now).isEmpty())
                .isPresent();
    Round round = begins ? tables.begin(latest.size(), now) : last.orElseThrow();
    Map<AnchorEntry, PlaceState> due = due(round, now);
    if (!due.isEmpty()) {
      give(offered(round), round, due);
    }
  }

  /** Who is to be given the checkpoint of a round. */
  private Map<AnchorEntry, PlaceState> due(Round round, Instant now) {
    Map<String, PlaceState> states = tables.states();
    Map<AnchorEntry, PlaceState> due = new LinkedHashMap<>();
    for (AnchorEntry entry : anchors.all().keySet()) {
      PlaceState state = states.getOrDefault(entry.name(), PlaceState.fresh(entry.name()));
      if (state.isDue(round, now)) {
        due.put(entry, state);
      }
    }
    return due;
  }

  private OfferedCheckpoint offered(Round round) {
    SignedCheckpoint signed =
        log.at(round.size())
            .orElseThrow(
                () -> new IllegalStateException("there is no checkpoint of size " + round.size()));
    return new OfferedCheckpoint(
        Checkpoint.parse(signed.note().text()).orThrow(),
        signed.note(),
        earlier -> log.consistency(earlier, signed.size()));
  }

  private void give(OfferedCheckpoint offered, Round round, Map<AnchorEntry, PlaceState> due) {
    // One that is slow holds up nobody but itself; all are waited for.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach((entry, state) -> threads.execute(() -> settle(offered, round, entry, state)));
    }
  }

  private void settle(OfferedCheckpoint offered, Round round, AnchorEntry entry, PlaceState state) {
    AnchorOutcome outcome = outcome(offered, entry);
    metrics.count(entry, outcome);
    try {
      switch (outcome) {
        case Kept(byte[] receipt) -> kept(round, entry, state, receipt);
        case Failed(String reason) -> failed(entry, state, false, reason);
        case Contradicted(String reason) -> failed(entry, state, true, reason);
      }
    } catch (RuntimeException e) {
      LOG.error("What became of the checkpoint at {} cannot be written down", entry.name(), e);
    }
  }

  private AnchorOutcome outcome(OfferedCheckpoint offered, AnchorEntry entry) {
    AnchorPlace place = anchors.all().get(entry);
    try {
      return place == null ? new Failed("it is not there") : place.keep(offered);
    } catch (RuntimeException e) {
      LOG.error("A checkpoint cannot be given to {}", entry.name(), e);
      return new Failed("it could not be given (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void kept(Round round, AnchorEntry entry, PlaceState state, byte[] receipt) {
    tables.anchored(round.size(), Anchors.kindOf(entry), entry.name(), receipt, clock.instant());
    tables.keep(state.kept(round));
    if (state.isFailing()) {
      LOG.info("Anchor {} keeps checkpoints again", entry.name());
    }
  }

  private void failed(AnchorEntry entry, PlaceState state, boolean contradiction, String reason) {
    Instant now = clock.instant();
    double draw = RandomGenerator.getDefault().nextDouble();
    tables.keep(
        state.failed(
            contradiction, reason, now, now.plus(pauses.after(state.failures() + 1, draw))));
    // Said once; health and metrics say it for as long as it lasts.
    if (contradiction && !state.contradicted()) {
      LOG.error("Anchor {} CONTRADICTS the log: {}", entry.name(), reason);
    } else if (!state.isFailing()) {
      LOG.warn("Anchor {} does not keep checkpoints: {}", entry.name(), reason);
    }
  }
}
