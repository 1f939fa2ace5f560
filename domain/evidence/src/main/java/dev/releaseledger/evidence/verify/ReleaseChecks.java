package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.attestation.release.LogRange;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.sigstore.BundleVerifier;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.List;
import java.util.Optional;

/** Every check of the bundle of a release, in order. */
final class ReleaseChecks {

  private final Content content;
  private final TrustFile trust;
  private final Optional<Held> held;
  private final Findings findings;

  ReleaseChecks(Content content, TrustFile trust, Optional<Held> held, Findings findings) {
    this.content = content;
    this.trust = trust;
    this.held = held;
    this.findings = findings;
  }

  /** What the bundle is about, where that is proven. */
  Optional<String> run() {
    StatementCheck statements = new StatementCheck(content);
    Known<BundleVerifier.Proven> proven =
        findings.make(
            Check.SIGNATURE,
            () -> statements.signature(trust, BundleKind.RELEASE.statementBundle()));
    Known<SchemaRelease> said =
        findings.make(Check.STATEMENT, () -> statements.release(proven.get()));
    findings.make(Check.SUBJECTS, () -> statements.subjects(proven.get().statement()));
    LogFindings log = new LogFindings(content, trust, held, findings);
    Known<Checkpoint> checkpoint =
        log.checkpoint(proven, () -> named(said.get().log()), () -> said.get().log().lastIndex());
    Known<List<Entry>> entries = events(checkpoint);
    findings.make(
        Check.SEQUENCE,
        () -> new SequenceCheck(entries.get()).of(said.get().change().id(), said.get().log()));
    rollout(said, entries);
    log.times(proven, () -> entries.get().stream().flatMap(TimesCheck::claims).toList());
    log.against(checkpoint, Optional.empty(), Optional.empty());
    return said.value().map(ReleaseChecks::about);
  }

  private Known<List<Entry>> events(Known<Checkpoint> checkpoint) {
    EventFilesCheck events = new EventFilesCheck(content);
    Known<List<Long>> indexes =
        findings.make(Check.INCLUSION, () -> events.inclusion(checkpoint.get()));
    return findings.make(Check.CONTENT, () -> events.content(indexes.get()));
  }

  private void rollout(Known<SchemaRelease> said, Known<List<Entry>> entries) {
    findings.make(Check.LIFE, () -> Life.of(course(said, entries).entries()));
    findings.make(Check.APPROVALS, () -> new ApprovalsCheck(course(said, entries), content).of());
    findings.make(
        Check.SIGNED_APPROVALS,
        () -> new ApproverSignaturesCheck(course(said, entries), trust).of());
    findings.make(Check.DUTIES, () -> new DutiesCheck(course(said, entries), content).of());
    findings.make(Check.AGREEMENT, () -> new AgreementCheck(course(said, entries), content).of());
    findings.make(Check.ARTIFACTS, () -> new ArtifactsCheck(course(said, entries), content).of());
    findings.make(
        Check.DISCLOSURES,
        () -> new DisclosuresCheck(course(said, entries), entries.get(), content).of());
  }

  private static Course course(Known<SchemaRelease> said, Known<List<Entry>> entries) {
    return Course.of(said.get(), entries.get());
  }

  private static LogChecks.Named named(LogRange log) {
    return new LogChecks.Named(log.origin(), log.size(), log.root());
  }

  private static String about(SchemaRelease said) {
    return Shown.of(
        "release "
            + said.release().id()
            + " of "
            + said.release().project()
            + "/"
            + said.environment());
  }
}
