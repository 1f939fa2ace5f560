package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.attestation.release.Apply;
import dev.releaseledger.evidence.attestation.release.Approval;
import dev.releaseledger.evidence.attestation.release.Drift;
import dev.releaseledger.evidence.attestation.release.Gate;
import dev.releaseledger.evidence.attestation.release.LogRange;
import dev.releaseledger.evidence.attestation.release.Release;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.attestation.release.SeparationOfDuties;
import dev.releaseledger.evidence.attestation.release.Verification;
import dev.releaseledger.evidence.bundle.ConnectionMap;
import dev.releaseledger.evidence.bundle.SampleStory;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.util.List;
import java.util.Optional;

/** A statement that says something else in one place. */
final class Saying {

  private Saying() {}

  private static SchemaRelease with(
      SchemaRelease said,
      Release release,
      String environment,
      List<Approval> approvals,
      SeparationOfDuties duties,
      Verification verification,
      LogRange log) {
    return new SchemaRelease(
        release,
        environment,
        said.previousRelease(),
        said.change(),
        said.requester(),
        approvals,
        duties,
        said.tests(),
        said.window(),
        said.apply(),
        verification,
        said.rollback(),
        said.gate(),
        log);
  }

  static SchemaRelease environment(SchemaRelease said, String environment) {
    return with(
        said,
        said.release(),
        environment,
        said.approvals(),
        said.separationOfDuties(),
        said.verification(),
        said.log());
  }

  static SchemaRelease release(SchemaRelease said, String id) {
    Release old = said.release();
    Release other =
        new Release(id, old.project(), old.commit(), old.schemaFingerprint(), old.releasedAt());
    return with(
        said,
        other,
        said.environment(),
        said.approvals(),
        said.separationOfDuties(),
        said.verification(),
        said.log());
  }

  private static SchemaRelease approvals(SchemaRelease said, List<Approval> approvals) {
    return with(
        said,
        said.release(),
        said.environment(),
        approvals,
        said.separationOfDuties(),
        said.verification(),
        said.log());
  }

  static SchemaRelease withoutApprovals(SchemaRelease said) {
    return approvals(said, List.of());
  }

  static SchemaRelease approvedBy(SchemaRelease said, String actor) {
    Approval old = said.approvals().getFirst();
    return approvals(
        said,
        List.of(
            new Approval(
                actor,
                old.role(),
                old.decision(),
                old.at(),
                old.planDigest(),
                old.policyDigest(),
                old.signature())));
  }

  static SchemaRelease rule(SchemaRelease said, String rule) {
    return with(
        said,
        said.release(),
        said.environment(),
        said.approvals(),
        new SeparationOfDuties(rule, said.separationOfDuties().verdict()),
        said.verification(),
        said.log());
  }

  static SchemaRelease drifted(SchemaRelease said) {
    Verification old = said.verification();
    return with(
        said,
        said.release(),
        said.environment(),
        said.approvals(),
        said.separationOfDuties(),
        new Verification(Drift.FOUND, old.snapshotDigest(), old.at()),
        said.log());
  }

  private static SchemaRelease log(SchemaRelease said, LogRange log) {
    return with(
        said,
        said.release(),
        said.environment(),
        said.approvals(),
        said.separationOfDuties(),
        said.verification(),
        log);
  }

  static SchemaRelease eventCount(SchemaRelease said, long count) {
    LogRange old = said.log();
    return log(
        said,
        new LogRange(
            old.origin(), old.size(), old.root(), old.firstIndex(), old.lastIndex(), count));
  }

  static SchemaRelease otherRoot(SchemaRelease said) {
    LogRange old = said.log();
    return log(
        said,
        new LogRange(
            old.origin(),
            old.size(),
            Sha256.of(new byte[1]),
            old.firstIndex(),
            old.lastIndex(),
            old.eventCount()));
  }

  static SchemaRelease signed(SchemaRelease said, Optional<String> armored) {
    Approval old = said.approvals().getFirst();
    return approvals(
        said,
        List.of(
            new Approval(
                old.actorRef(),
                old.role(),
                old.decision(),
                old.at(),
                old.planDigest(),
                old.policyDigest(),
                armored)));
  }

  static SchemaRelease observed(SchemaRelease said, Json.Obj schemas) {
    Verification old = said.verification();
    return with(
        said,
        said.release(),
        said.environment(),
        said.approvals(),
        said.separationOfDuties(),
        new Verification(old.driftResult(), ConnectionMap.digest(schemas), old.at()),
        said.log());
  }

  static SchemaRelease executed(SchemaRelease said, List<String> statements) {
    Apply old = said.apply();
    return with(
        said,
        new Apply(
            old.actorRef(),
            old.startedAt(),
            old.finishedAt(),
            old.targetId(),
            old.planDigest(),
            ConnectionMap.executed(statements.stream().map(SampleStory::digest).toList()),
            old.result()),
        said.gate());
  }

  static SchemaRelease otherPolicy(SchemaRelease said) {
    return with(said, said.apply(), new Gate(Sha256.of(new byte[1]), said.gate().verdict()));
  }

  private static SchemaRelease with(SchemaRelease said, Apply apply, Gate gate) {
    return new SchemaRelease(
        said.release(),
        said.environment(),
        said.previousRelease(),
        said.change(),
        said.requester(),
        said.approvals(),
        said.separationOfDuties(),
        said.tests(),
        said.window(),
        apply,
        said.verification(),
        said.rollback(),
        gate,
        said.log());
  }
}
