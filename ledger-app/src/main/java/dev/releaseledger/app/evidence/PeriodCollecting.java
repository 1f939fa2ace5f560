package dev.releaseledger.app.evidence;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.app.sealing.TransparencyLog.Entry;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.evidence.bundle.LoggedEvent;
import dev.releaseledger.evidence.bundle.PeriodBundle;
import dev.releaseledger.evidence.bundle.PeriodEvidence;
import dev.releaseledger.evidence.bundle.Sample;
import dev.releaseledger.evidence.bundle.StoredEvent;
import dev.releaseledger.projections.EventName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Gathers everything that the log has between two checkpoints. */
@Component
class PeriodCollecting {

  private static final long AT_ONCE = 5_000;
  private static final String RELEASED = EventName.of(ReleaseAdvanced.class);

  private final TransparencyLog log;
  private final EventLog events;
  private final HeldAnchors anchors;
  private final TrustFiles trust;

  PeriodCollecting(TransparencyLog log, EventLog events, HeldAnchors anchors, TrustFiles trust) {
    this.log = log;
    this.events = events;
    this.anchors = anchors;
    this.trust = trust;
  }

  PeriodEvidence collect(PeriodEnds.Ends ends, Optional<Sample> sample) {
    List<byte[]> leaves = new ArrayList<>();
    List<StoredEvent> carried = new ArrayList<>();
    List<Entry> released = new ArrayList<>();
    for (long from = ends.from().size(); from < ends.to().size(); from += AT_ONCE) {
      for (Entry entry : log.entries(from, Math.min(from + AT_ONCE, ends.to().size()))) {
        leaves.add(entry.leaf());
        if (PeriodBundle.carries(entry.event().name())) {
          carried.add(stored(entry));
        }
        if (entry.event().name().equals(RELEASED)) {
          released.add(entry);
        }
      }
    }
    List<HeldAnchors.Held> held = anchors.upTo(ends.to(), ends.from().size());
    return new PeriodEvidence(
        ends.from().note(),
        log.frontier(ends.from().size()),
        HeldAnchors.cosigned(ends.to(), held),
        leaves,
        carried,
        earlier(released, ends),
        held.stream().map(HeldAnchors.Held::anchor).toList(),
        anchors.consistency(ends.to(), held),
        sample,
        List.of(),
        trust.file().bytes());
  }

  private static StoredEvent stored(Entry entry) {
    return new StoredEvent(
        entry.index(),
        entry.event().payload().getBytes(StandardCharsets.UTF_8),
        entry.event().metadata().getBytes(StandardCharsets.UTF_8));
  }

  /** What happened before the period to the rollouts that became releases in it. */
  private List<LoggedEvent> earlier(List<Entry> released, PeriodEnds.Ends ends) {
    SortedMap<Long, Entry> before = new TreeMap<>();
    for (Entry release : released) {
      proposalOf(release)
          .filter(proposal -> proposal.index() < ends.from().size())
          .ifPresent(proposal ->
              log
                  .ofStream(
                      proposal.event().stream(),
                      proposal.event().sequence(),
                      release.event().sequence())
                  .stream()
                  .filter(entry -> entry.index() < ends.from().size())
                  .forEach(entry -> before.put(entry.index(), entry)));
    }
    return Proven.events(log, List.copyOf(before.values()), ends.to());
  }

  private Optional<Entry> proposalOf(Entry release) {
    String stream = release.event().stream();
    return events
        .one(release.event().position())
        .map(it -> ((ReleaseAdvanced) it.event()).rollout())
        .flatMap(rollout ->
            events.ofRollout(EnvironmentId.ofStream(stream).stream(), rollout, List.of()).stream()
                .filter(it -> it.event() instanceof PlanProposed)
                .findFirst())
        .flatMap(it -> log.at(List.of(it.position())).stream().findFirst());
  }
}
