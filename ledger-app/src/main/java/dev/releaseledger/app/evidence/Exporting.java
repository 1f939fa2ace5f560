package dev.releaseledger.app.evidence;

import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.domain.export.EvidenceEvent.EvidenceExported;
import dev.releaseledger.evidence.bundle.Disclosures;
import dev.releaseledger.evidence.bundle.LoggedEvent;
import dev.releaseledger.evidence.bundle.NamedActor;
import dev.releaseledger.evidence.bundle.ReleaseBundle;
import dev.releaseledger.evidence.bundle.ReleaseEvidence;
import dev.releaseledger.evidence.bundle.SignedDraft;
import dev.releaseledger.evidence.bundle.View;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hands out the evidence of a release: what was collected, signed, logged and in one file. */
@Component
public class Exporting {

  private final Collecting collecting;
  private final List<Reporting> reports;
  private final HeldAnchors anchors;
  private final Commitments commitments;
  private final TrustFiles trust;
  private final AttestationKey key;
  private final LoggingStatements statements;
  private final TransparencyLog log;
  private final Clock clock;

  Exporting(
      Collecting collecting,
      List<Reporting> reports,
      HeldAnchors anchors,
      Commitments commitments,
      TrustFiles trust,
      AttestationKey key,
      LoggingStatements statements,
      TransparencyLog log,
      Clock clock) {
    this.collecting = collecting;
    this.reports = List.copyOf(reports);
    this.anchors = anchors;
    this.commitments = commitments;
    this.trust = trust;
    this.key = key;
    this.statements = statements;
    this.log = log;
    this.clock = clock;
  }

  /** The evidence of the release that a rollout led to. */
  public Archive export(ReleaseRequest request) {
    Collected collected = collecting.collect(request);
    ReleaseEvidence evidence = evidence(collected);
    SignedDraft draft = ReleaseBundle.draft(evidence, key.secret());
    SecretGuard.requireNone(draft.files());
    EvidenceExported exported =
        new EvidenceExported(
            "release",
            collected.environment().project(),
            collected.environment().environment(),
            collected.course().rollout(),
            collected.said().release().id(),
            null,
            collected.checkpoint().size(),
            LoggingStatements.digest(draft),
            request.names(),
            request.actor(),
            clock.instant());
    return statements.complete(collected.archive(), draft, exported, collected.checkpoint());
  }

  private ReleaseEvidence evidence(Collected collected) {
    return new ReleaseEvidence(
        collected.said(),
        collected.artifacts(),
        logged(collected),
        HeldAnchors.cosigned(collected.checkpoint(), collected.anchors()),
        collected.anchors().stream().map(HeldAnchors.Held::anchor).toList(),
        anchors.consistency(collected.checkpoint(), collected.anchors()),
        disclosures(collected),
        views(collected),
        trust.file().bytes());
  }

  private List<LoggedEvent> logged(Collected collected) {
    return Proven.events(
        log,
        collected.course().happened().stream().map(Happened::entry).toList(),
        collected.checkpoint());
  }

  private Disclosures disclosures(Collected collected) {
    return new Disclosures(
        commitments.revealed(collected.course()),
        collected.names().entrySet().stream()
            .map(name -> new NamedActor(name.getKey(), name.getValue()))
            .toList());
  }

  private List<View> views(Collected collected) {
    return reports.stream().flatMap(report -> report.views(collected).stream()).toList();
  }
}
