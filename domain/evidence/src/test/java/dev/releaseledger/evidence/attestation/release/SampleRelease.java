package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.key.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A release with every field filled, for tests. */
public final class SampleRelease {

  private static final Instant ASKED = Instant.parse("2026-06-01T08:00:00Z");
  private static final Instant APPROVED = Instant.parse("2026-06-01T09:00:00Z");
  private static final Instant STARTED = Instant.parse("2026-06-01T10:00:00Z");
  private static final Instant FINISHED = Instant.parse("2026-06-01T10:00:05.123Z");
  private static final Instant COMPARED = Instant.parse("2026-06-01T10:00:06Z");
  private static final Instant RELEASED = Instant.parse("2026-06-01T10:00:07Z");

  private SampleRelease() {}

  /** The release. */
  public static SchemaRelease full() {
    return new SchemaRelease(
        new Release("rel_2", "shop", "0123abcd", digest("schema"), RELEASED),
        "production",
        Optional.of(new PreviousRelease("rel_1", digest("before"))),
        new Change(
            "rol_1",
            digest("plan"),
            Optional.of("SHOP-7"),
            Optional.of(digest("salted reason")),
            List.of("table public.orders"),
            Risk.LOW_LOCK,
            false),
        new Requester("act_1", Optional.of("developer"), ASKED),
        List.of(
            new Approval(
                "act_2",
                "approver",
                Decision.APPROVED,
                APPROVED,
                digest("plan"),
                digest("policy"),
                Optional.of("-----BEGIN SSH SIGNATURE-----"))),
        new SeparationOfDuties("requester-approver-applier", Ruling.PASSED),
        List.of(
            new TestRun(
                "staging",
                digest("plan"),
                Outcome.SUCCEEDED,
                Optional.of("https://ci.example.com/1"),
                digest("report"))),
        Optional.of(new Window(STARTED, STARTED.plusSeconds(3600))),
        new Apply(
            "act_3",
            STARTED,
            FINISHED,
            "db_1",
            digest("plan"),
            digest("executed"),
            Outcome.SUCCEEDED),
        new Verification(Drift.NONE, digest("schema"), COMPARED),
        new Rollback(Optional.of(digest("undo")), true, Optional.of("act_1"), false),
        new Gate(digest("policy"), Ruling.PASSED),
        new LogRange("ledger.example.org/production", 20, digest("root"), 3, 17, 9));
  }

  /** The smallest: nothing in it that may be absent. */
  public static SchemaRelease bare() {
    SchemaRelease full = full();
    return new SchemaRelease(
        full.release(),
        full.environment(),
        Optional.empty(),
        new Change(
            "rol_1",
            digest("plan"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Risk.METADATA_ONLY,
            false),
        new Requester("act_1", Optional.empty(), ASKED),
        List.of(),
        full.separationOfDuties(),
        List.of(),
        Optional.empty(),
        full.apply(),
        full.verification(),
        new Rollback(Optional.empty(), false, Optional.empty(), false),
        full.gate(),
        full.log());
  }

  private static Sha256 digest(String of) {
    return Sha256.of(of.getBytes(StandardCharsets.UTF_8));
  }
}
