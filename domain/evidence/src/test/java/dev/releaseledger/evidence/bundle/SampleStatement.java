package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.attestation.release.Apply;
import dev.releaseledger.evidence.attestation.release.Approval;
import dev.releaseledger.evidence.attestation.release.Change;
import dev.releaseledger.evidence.attestation.release.Decision;
import dev.releaseledger.evidence.attestation.release.Drift;
import dev.releaseledger.evidence.attestation.release.Gate;
import dev.releaseledger.evidence.attestation.release.LogRange;
import dev.releaseledger.evidence.attestation.release.Outcome;
import dev.releaseledger.evidence.attestation.release.PreviousRelease;
import dev.releaseledger.evidence.attestation.release.Release;
import dev.releaseledger.evidence.attestation.release.Requester;
import dev.releaseledger.evidence.attestation.release.Risk;
import dev.releaseledger.evidence.attestation.release.Rollback;
import dev.releaseledger.evidence.attestation.release.Ruling;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.attestation.release.SeparationOfDuties;
import dev.releaseledger.evidence.attestation.release.TestRun;
import dev.releaseledger.evidence.attestation.release.Verification;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.note.Checkpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What is truly said of the release of the sample. */
final class SampleStatement {

  private static final byte[] SALT = new byte[16];
  private static final String REASON = "customers need it";

  private SampleStatement() {}

  static SchemaRelease of(SampleLog log) {
    Sha256 plan = Sha256.of(SampleStory.PLAN);
    Sha256 policy = Sha256.of(SampleStory.POLICY);
    Sha256 schema = digest("schema");
    return new SchemaRelease(
        new Release("rel_2", "shop", "0123abcd", schema, time("10:00:07Z")),
        "production",
        Optional.of(new PreviousRelease("rel_1", digest("before"))),
        new Change(
            "rol_1",
            plan,
            Optional.of("SHOP-7"),
            Optional.of(RevealedText.commitment(SALT, REASON)),
            List.of("table public.orders"),
            Risk.LOW_LOCK,
            false),
        new Requester("act_1", Optional.empty(), time("08:00:00Z")),
        List.of(
            new Approval(
                "act_2",
                "owner",
                Decision.APPROVED,
                time("09:00:00Z"),
                plan,
                policy,
                Optional.of(SampleStory.signed("act_2")))),
        new SeparationOfDuties(
            "requester_approves,author_approves,approver_applies", Ruling.PASSED),
        List.of(
            new TestRun(
                "rehearsal",
                plan,
                Outcome.SUCCEEDED,
                Optional.empty(),
                Sha256.of(SampleStory.REHEARSAL))),
        Optional.empty(),
        new Apply(
            "act_3",
            time("10:00:00Z"),
            time("10:00:05Z"),
            "production",
            plan,
            ConnectionMap.executed(List.of(SampleStory.digest("alter table"))),
            Outcome.SUCCEEDED),
        new Verification(Drift.NONE, schema, time("10:00:06Z")),
        new Rollback(Optional.empty(), true, Optional.empty(), false),
        new Gate(policy, Ruling.PASSED),
        range(log));
  }

  private static LogRange range(SampleLog log) {
    Checkpoint checkpoint = Checkpoint.parse(log.checkpoint(SampleEvidence.SIZE).text()).orThrow();
    long count =
        LongStream.rangeClosed(SampleEvidence.FIRST, SampleEvidence.LAST)
            .filter(index -> log.event(index).aggregateId().equals(SampleStory.PRODUCTION))
            .count();
    return new LogRange(
        checkpoint.origin(),
        checkpoint.size(),
        checkpoint.root(),
        SampleEvidence.FIRST,
        SampleEvidence.LAST,
        count);
  }

  static Disclosures disclosures() {
    return new Disclosures(
        List.of(new RevealedText(RevealedText.commitment(SALT, REASON), SALT, REASON)),
        List.of(new NamedActor("act_2", "Ada")));
  }

  private static Instant time(String time) {
    return Instant.parse("2026-06-01T" + time);
  }

  private static Sha256 digest(String of) {
    return Entry.digestOf(SampleStory.digest(of));
  }
}
