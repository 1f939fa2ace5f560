package dev.releaseledger.app.evidence.report;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.HeldCheckpoint;
import dev.releaseledger.app.evidence.report.given.LedgerEvent;
import dev.releaseledger.app.evidence.report.given.LogProof;
import dev.releaseledger.app.evidence.report.given.ReleaseMove;
import dev.releaseledger.app.evidence.report.given.SchemaDiff;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.NoteRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.PassedGate;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.TicketLinked;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.RowCheck;
import dev.releaseledger.domain.preflight.TableSize;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.domain.record.Entry;
import dev.releaseledger.domain.record.Recording;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.rehearsal.TakenLock;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
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
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.trust.AnchorPolicy.Kind;
import dev.releaseledger.projections.EventName;
import dev.releaseledger.projections.timeline.Sentences;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A rollout of shop/prod and the evidence of it, from real events, a minute between two. */
public final class SampleCase {

  static final String ALICE = "act_01m7y4gmkfm79t2qenyase07c5";
  static final String BOB = "act_01m7y4h2d3vt8n4r6w9x1b5k7m";
  private static final Instant START = Instant.parse("2026-01-20T10:00:00Z");
  private static final String ROLLOUT = "rol_01M7Y4GMKFM79T2QENYASE07C5";
  private static final String COMMIT = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";
  private static final long FIRST_POSITION = 1_204;
  private static final long FIRST_LEAF = 57;
  private static final Table CUSTOMERS = new Table("public.customers", null);
  private static final Schema BASE = schema(column("id", "integer"), column("fax", "text"));
  private static final Schema TARGET =
      schema(
          column("id", "bigint"),
          column("name", "text"),
          new Index(
              "public.customers_name_lower_with_a_name_that_is_rather_long_for_a_table",
              CUSTOMERS.id(),
              "CREATE INDEX customers_name_lower_with_a_name_that_is_rather_long_for_a_table"
                  + " ON public.customers USING btree (lower(name))",
              true,
              null));

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<EnvironmentEvent> events = new ArrayList<>();
  private final SchemaPlan plan = Planning.plan(BASE, TARGET, PlanSettings.defaults());
  private String reason = "customers are called by their names";
  private String alice = "Alice Ångström";
  private String bob = "Боб Иванов";
  private boolean rehearsed = true;
  private boolean emergency;

  /** What people wrote, in other words. */
  public SampleCase saying(String words) {
    reason = words;
    return this;
  }

  /** People with other names. */
  public SampleCase named(String requester, String approver) {
    alice = requester;
    bob = approver;
    return this;
  }

  /** Without a rehearsal. */
  public SampleCase unrehearsed() {
    rehearsed = false;
    return this;
  }

  /** Past the gates. */
  public SampleCase emergency() {
    emergency = true;
    return this;
  }

  /** The evidence of a rollout that became a release. */
  public CaseFile released() {
    tell();
    Dossier dossier = dossier();
    ChangeRecord change = Recording.of(dossier);
    ReleaseAdvanced last = (ReleaseAdvanced) dossier.stream().getLast().event();
    return new CaseFile(
        "shop",
        "prod",
        new ReleaseMove(
            last.release(),
            last.cause(),
            last.ref(),
            last.previous(),
            last.reason(),
            dossier.recorded(dossier.stream().getLast())),
        change,
        said(change),
        List.of(new SchemaDiff("main", Diff.between(BASE, TARGET))),
        logged(dossier.stream()),
        log(dossier.stream().size()),
        "rel_20-prod.evidence.zip");
  }

  /** The evidence of a release that went back to an earlier one: no rollout, no statement. */
  public CaseFile wentBack() {
    and(new EnvironmentCreated("shop", "prod", at("jdbc:postgresql://db/shop"), 1, ALICE, time()));
    and(
        new ReleaseAdvanced(
            "shop",
            "prod",
            "rel_21",
            COMMIT,
            at(BASE.fingerprint().value()),
            at(digest("base")),
            ReleaseCause.ROLLBACK,
            null,
            "rel_20",
            reason,
            BOB,
            time()));
    List<Entry> stream = stream();
    ReleaseAdvanced last = (ReleaseAdvanced) stream.getLast().event();
    return new CaseFile(
        "shop",
        "prod",
        new ReleaseMove(
            last.release(),
            last.cause(),
            last.ref(),
            last.previous(),
            last.reason(),
            new ChangeRecord.Recorded(stream.getLast().position(), last.at(), bob)),
        null,
        null,
        List.of(),
        logged(stream),
        new LogProof("ledger.example.org/prod", 90, sha("root"), time(), List.of()),
        "rel_21-prod.evidence.zip");
  }

  private void tell() {
    and(new EnvironmentCreated("shop", "prod", at("jdbc:postgresql://db/shop"), 1, ALICE, time()));
    and(
        new PolicyAdopted(
            "shop",
            "prod",
            3,
            digest("policy"),
            digest("document"),
            "production",
            1,
            null,
            BOB,
            time()));
    and(advanced("rel_1", BASE, "base", ReleaseCause.BASELINE, null));
    propose();
    and(new TicketLinked("shop", "prod", ROLLOUT, "ticket", "SHOP-7", ALICE, time()));
    and(
        new TestRecorded(
            "shop", "prod", ROLLOUT, "local-validation", true, "ci/7", reason, ALICE, time()));
    and(new NoteRecorded("shop", "prod", ROLLOUT, "recovery", reason, null, ALICE, time()));
    and(
        new NoteRecorded(
            "shop", "prod", ROLLOUT, "security-impact", "names are personal", null, BOB, time()));
    if (emergency) {
      and(
          new EmergencyDeclared(
              "shop",
              "prod",
              ROLLOUT,
              reason,
              "INC-4",
              time().plusSeconds(172_800),
              ALICE,
              time()));
    } else {
      approve();
    }
    run();
    and(advanced("rel_20", TARGET, "target", ReleaseCause.APPLY, ROLLOUT));
  }

  /** Somebody looks at the emergency, and finds that it was none. */
  public CaseFile reviewed() {
    emergency = true;
    CaseFile before = released();
    EmergencyReviewed review =
        new EmergencyReviewed("shop", "prod", ROLLOUT, false, "it could have waited", BOB, time());
    events.add(events.size() - 1, review);
    Dossier dossier = dossier();
    return new CaseFile(
        "shop",
        "prod",
        before.move(),
        Recording.of(dossier),
        before.said(),
        before.diffs(),
        logged(dossier.stream()),
        before.log(),
        before.archive());
  }

  private void propose() {
    and(
        new PlanProposed(
            "shop",
            "prod",
            ROLLOUT,
            planOf().digest().value(),
            COMMIT,
            "v2",
            START.minusSeconds(3_600),
            at(BASE.fingerprint().value()),
            at(TARGET.fingerprint().value()),
            at(digest("target")),
            digest("rehearsal"),
            plan.steps().size(),
            plan.destructiveSteps().stream().map(Step::summary).toList(),
            true,
            1,
            null,
            new Terms(new TreeMap<>(), false, null, true, List.of(ALICE), digest("impact"), null),
            "pipeline",
            reason,
            ALICE,
            time()));
  }

  private void approve() {
    and(
        new PlanApproved(
            "shop",
            "prod",
            ROLLOUT,
            planOf().digest().value(),
            reason,
            List.of("group dba"),
            true,
            "PR 12",
            "meeting",
            null,
            BOB,
            time()));
    and(
        new BackupRecorded(
            "shop", "prod", "s3://backups/1", time(), true, null, null, ALICE, time()));
    and(
        new RolloutScheduled(
            "shop",
            "prod",
            ROLLOUT,
            time().plusSeconds(7_200),
            "manual",
            "at night",
            ALICE,
            time()));
  }

  private void run() {
    and(check(DriftCheck.PREFLIGHT, BASE));
    and(
        new ApplyStarted(
            "shop",
            "prod",
            ROLLOUT,
            planOf().digest().value(),
            7,
            "node-1",
            List.of(
                new PassedGate("approvals", !emergency, emergency ? "0 of 1" : "1 of 1"),
                new PassedGate("separation-of-duties", true, "nobody has two parts")),
            "pipeline",
            ALICE,
            time()));
    for (int i = 0; i < plan.stages().size(); i++) {
      List<Step> steps = plan.stages().get(i).steps();
      and(
          new StageStarted(
              "shop",
              "prod",
              ROLLOUT,
              "main",
              i + 1,
              plan.stages().get(i).transactional(),
              steps.stream().map(Step::number).toList(),
              ALICE,
              time()));
      for (Step step : steps) {
        and(
            new StatementApplied(
                "shop",
                "prod",
                ROLLOUT,
                "main",
                i + 1,
                step.number(),
                digest(step.sql()),
                3,
                ALICE,
                time()));
      }
    }
    and(new ApplySucceeded("shop", "prod", ROLLOUT, ALICE, time()));
    and(check(DriftCheck.POST_APPLY, TARGET));
  }

  private SchemaRelease said(ChangeRecord change) {
    Sha256 planned = Sha256.parseHex(planOf().digest().value().substring("sha256:".length()));
    Instant started = change.when().startedAt() == null ? START : change.when().startedAt();
    Instant end = time();
    return new SchemaRelease(
        new Release("rel_20", "shop", COMMIT, sha("target"), end),
        "prod",
        Optional.of(new PreviousRelease("rel_1", sha("base"))),
        new Change(
            ROLLOUT,
            planned,
            Optional.of("SHOP-7"),
            Optional.of(sha("salted")),
            List.of("public.customers"),
            Risk.BREAKING,
            emergency),
        new Requester(ALICE, Optional.of("developer"), change.requested().at()),
        change.approvals().stream()
            .map(it ->
                new Approval(
                    BOB,
                    "group dba",
                    Decision.APPROVED,
                    it.recorded().at(),
                    planned,
                    sha("policy"),
                    Optional.empty()))
            .toList(),
        new SeparationOfDuties("requester_approves,author_approves", Ruling.PASSED),
        rehearsed
            ? List.of(
                new TestRun(
                    "rehearsal", planned, Outcome.SUCCEEDED, Optional.empty(), sha("rehearsal")))
            : List.of(),
        Optional.empty(),
        new Apply(
            ALICE,
            started,
            started.plusSeconds(300),
            "shop/prod/main",
            planned,
            sha("executed"),
            Outcome.SUCCEEDED),
        new Verification(Drift.NONE, sha("snapshot"), started.plusSeconds(400)),
        new Rollback(Optional.of(sha("undo")), rehearsed, Optional.empty(), false),
        new Gate(sha("policy"), emergency ? Ruling.OVERRIDDEN : Ruling.PASSED),
        new LogRange(
            "ledger.example.org/prod",
            120,
            sha("root"),
            FIRST_LEAF,
            FIRST_LEAF + events.size() - 1,
            events.size()));
  }

  private LogProof log(int count) {
    return new LogProof(
        "ledger.example.org/prod",
        120,
        sha("root"),
        time().plusSeconds(1),
        List.of(
            new HeldCheckpoint(
                Kind.RFC3161, "tsa.example.org", FIRST_LEAF, START.minusSeconds(3_600), SECOND),
            new HeldCheckpoint(
                Kind.GIT,
                "https://git.example.org/audit/ledger.git",
                FIRST_LEAF + count,
                null,
                Duration.ZERO),
            new HeldCheckpoint(
                Kind.RFC3161,
                "tsa.example.org",
                FIRST_LEAF + count,
                time().plusSeconds(30),
                SECOND)));
  }

  private Dossier dossier() {
    return new Dossier(
        ROLLOUT,
        stream(),
        planOf(),
        rehearsed ? rehearsal() : new PlanRehearsal(new TreeMap<>(), new TreeMap<>()),
        null,
        Impact.of(BASE, TARGET, plan, _ -> OptionalLong.of(5)).rehearsed(1_234),
        this::name);
  }

  private List<Entry> stream() {
    List<Entry> stream = new ArrayList<>();
    for (EnvironmentEvent event : events) {
      String sentence = Sentences.of(event).replace(ALICE, alice).replace(BOB, bob);
      // Positions have gaps: other streams have entries between these.
      stream.add(
          new Entry(
              FIRST_POSITION + 3L * stream.size(),
              EventName.of(event.getClass()),
              event,
              sentence));
    }
    return stream;
  }

  private List<LedgerEvent> logged(List<Entry> stream) {
    List<LedgerEvent> logged = new ArrayList<>();
    for (Entry entry : stream) {
      logged.add(
          new LedgerEvent(
              entry.position(),
              logged.size(),
              FIRST_LEAF + logged.size(),
              entry.event().at(),
              entry.name(),
              entry.event().actor(),
              name(entry.event().actor()),
              entry.sentence()));
    }
    return logged;
  }

  private String name(String actor) {
    return actor.equals(ALICE) ? alice : actor.equals(BOB) ? bob : actor;
  }

  private PlanRehearsal rehearsal() {
    List<MeasuredStep> measured =
        plan.steps().stream()
            .map(step ->
                new MeasuredStep(
                    step.number(),
                    12L * step.number(),
                    List.of(new TakenLock("public.customers", "ACCESS EXCLUSIVE")),
                    List.of(),
                    List.of(),
                    step.destructive()
                        ? new UndoMark.ReversibleWithDataLoss("the values of fax")
                        : new UndoMark.Reversible()))
            .toList();
    Preflight rows =
        new Preflight(
            List.of(new TableSize("public.customers", 1_500, 204_800)),
            List.of(
                new RowCheck(
                    1,
                    "column public.customers.fax",
                    "rows whose fax is lost",
                    false,
                    7,
                    false,
                    false,
                    List.of(),
                    null)));
    return new PlanRehearsal(
        new TreeMap<>(
            Map.of("main", new RehearsalReport(List.of(), measured, List.of(), "db/seed.sql"))),
        new TreeMap<>(Map.of("main", rows)));
  }

  private Plan planOf() {
    return new Plan("shop", "prod", COMMIT, digest("policy"), new TreeMap<>(Map.of("main", plan)));
  }

  private DriftCheckPassed check(DriftCheck check, Schema schema) {
    return new DriftCheckPassed(
        "shop", "prod", ROLLOUT, check, at(schema.fingerprint().value()), ALICE, time());
  }

  private ReleaseAdvanced advanced(
      String release, Schema schema, String digest, ReleaseCause cause, @Nullable String rollout) {
    return new ReleaseAdvanced(
        "shop",
        "prod",
        release,
        COMMIT,
        at(schema.fingerprint().value()),
        at(digest(digest)),
        cause,
        rollout,
        rollout == null ? null : "rel_1",
        null,
        ALICE,
        time());
  }

  private void and(EnvironmentEvent... next) {
    events.addAll(Arrays.asList(next));
  }

  private Instant time() {
    return START.plusSeconds(60L * events.size());
  }

  private static SortedMap<String, String> at(String value) {
    return new TreeMap<>(Map.of("main", value));
  }

  private static Sha256 sha(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(String text) {
    return "sha256:" + sha(text).hex();
  }

  private static Column column(String name, String type) {
    return new Column("public.customers", name, type, false, null, null, null, null, null);
  }

  private static Schema schema(SchemaObject... more) {
    List<SchemaObject> objects = new ArrayList<>(Schema.empty().objects().values());
    objects.add(CUSTOMERS);
    objects.addAll(Arrays.asList(more));
    return Schema.of(objects, List.of());
  }
}
