package dev.releaseledger.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApprovalWithdrawn;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackfillRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.EnvironmentEvent.GateWaived;
import dev.releaseledger.domain.environment.EnvironmentEvent.NoteRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.PassedGate;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanCommented;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.TicketLinked;
import dev.releaseledger.domain.record.ChangeRecord.StatusChange;
import dev.releaseledger.domain.risk.rule.Given;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangeRecordTest {

  private static final boolean REWRITE = "true".equals(System.getenv("LEDGER_GOLDEN_REWRITE"));
  private static final Path GOLDEN = Path.of("src/test/resources/records");
  private static final Column FAX = Given.column(Given.CUSTOMERS, "fax", "text", false);
  private static final Column NAME = Given.column(Given.CUSTOMERS, "name", "text", false);
  private static final Schema BASE = Given.shop(FAX);
  private static final Schema TARGET = Given.shop(NAME);

  private static Told told() {
    Told told = new Told(BASE, TARGET);
    return told.and(
            new PolicyAdopted(
                "shop",
                "prod",
                3,
                "sha256:policy",
                "sha256:document",
                "production",
                1,
                null,
                Told.BOB,
                told.time()))
        .baselined();
  }

  private static Told started(Told told, PassedGate... gates) {
    return told.and(
        new ApplyStarted(
            "shop",
            "prod",
            Told.ROLLOUT,
            told.plan().digest().value(),
            7,
            "node-1",
            List.of(gates),
            "pipeline",
            Told.ALICE,
            told.time()));
  }

  private static Told whole() {
    Told told = told().proposed("customers are called by their names");
    String id = Told.ROLLOUT;
    told.and(new PlanCommented("shop", "prod", id, "is fax empty?", Told.BOB, told.time()));
    told.and(new TicketLinked("shop", "prod", id, "ticket", "SHOP-7", Told.ALICE, told.time()));
    told.and(
        new TestRecorded(
            "shop", "prod", id, "local-validation", true, "ci/7", null, Told.ALICE, told.time()));
    told.and(
        new NoteRecorded(
            "shop", "prod", id, "recovery", "restore the backup", null, Told.ALICE, told.time()));
    told.and(new GateWaived("shop", "prod", id, "scope", "agreed", null, Told.BOB, told.time()));
    told.approved(Told.BOB);
    told.and(
        new BackupRecorded(
            "shop", "prod", "s3://b/1", told.time(), true, null, null, Told.ALICE, told.time()));
    told.and(
        new RolloutScheduled(
            "shop",
            "prod",
            id,
            told.time().plusSeconds(7_200),
            "manual",
            "at night",
            Told.ALICE,
            told.time()));
    told.and(
        new DriftCheckPassed(
            "shop",
            "prod",
            id,
            DriftCheck.PREFLIGHT,
            Told.at(BASE.fingerprint().value()),
            Told.ALICE,
            told.time()));
    started(told, new PassedGate("approvals", true, "1 of 1"));
    told.ran().released();
    return told.and(
        new BackfillRecorded(
            "shop", "prod", id, true, 1_500L, null, "by script", Told.ALICE, told.time()));
  }

  @Test
  void a_change_reads_well_from_the_request_to_the_backfill() throws IOException {
    String markdown = RecordMarkdown.of(Recording.of(whole().dossier()));

    Path golden = GOLDEN.resolve("released.md");
    if (REWRITE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, markdown);
    }
    assertThat(markdown).isEqualTo(Files.readString(golden));
  }

  @Test
  void its_status_is_told_in_the_words_of_change_management() {
    assertThat(Recording.of(whole().dossier()).history())
        .extracting(StatusChange::to)
        .containsExactly(
            "Requested",
            "In review",
            "Approved",
            "Scheduled",
            "In progress",
            "In progress",
            "In progress",
            "Executed",
            "Closed");
  }

  @Test
  void every_fact_says_where_in_the_ledger_it_stands() {
    ChangeRecord record = Recording.of(whole().dossier());

    assertThat(record.requested().position()).isEqualTo(103);
    assertThat(record.requested().by()).isEqualTo("alice");
    assertThat(record.policy()).isNotNull().matches(it -> it.recorded().position() == 101);
    assertThat(record.approvals())
        .singleElement()
        .matches(it -> it.stands() && it.recorded().position() == 109);
    assertThat(record.gates()).singleElement().matches(it -> it.position() == 113);
    assertThat(record.what().authors()).containsExactly("alice");
    assertThat(record.statements()).isEqualTo(record.what().steps()).isPositive();
    assertThat(record.type()).isEqualTo("normal");
    assertThat(record.outcome().open()).isEmpty();
  }

  @Test
  void an_approval_that_was_taken_back_stands_no_more_until_it_is_given_again() {
    Told told = told().proposed("why").approved(Told.BOB);
    told.and(
        new ApprovalWithdrawn(
            "shop", "prod", Told.ROLLOUT, "too late", null, false, Told.BOB, told.time()));
    assertThat(Recording.of(told.dossier()).approvals())
        .extracting(ChangeRecord.Approval::stands)
        .containsExactly(false);

    assertThat(Recording.of(told.approved(Told.BOB).dossier()).approvals())
        .extracting(ChangeRecord.Approval::stands)
        .containsExactly(false, true);
  }

  @Test
  void a_deferral_stays_open_and_says_until_when() {
    Told told = told().proposed("why");
    told.and(
        new PlanDeferred(
            "shop",
            "prod",
            Told.ROLLOUT,
            "not this week",
            "2026-02-01",
            null,
            "chat",
            Told.BOB,
            told.time()));
    ChangeRecord record = Recording.of(told.dossier());

    assertThat(record.status()).isEqualTo("Deferred");
    assertThat(RecordMarkdown.of(record)).contains("deferred until 2026-02-01", "not this week");
  }

  @Test
  void an_emergency_is_open_until_somebody_else_has_looked_at_it() {
    Told told = told().proposed("why");
    told.and(
        new EmergencyDeclared(
            "shop",
            "prod",
            Told.ROLLOUT,
            "orders are lost",
            null,
            told.time().plusSeconds(3_600),
            Told.ALICE,
            told.time()));
    started(told, new PassedGate("approvals", false, "0 of 1"));
    ChangeRecord open = Recording.of(told.ran().released().dossier());
    assertThat(open.type()).isEqualTo("emergency");
    assertThat(open.outcome().open()).hasSize(2);
    assertThat(RecordMarkdown.of(open)).contains("**Nobody has reviewed it yet.**", "passed over");

    told.and(
        new EmergencyReviewed(
            "shop", "prod", Told.ROLLOUT, false, "it could wait", Told.BOB, told.time()));
    assertThat(RecordMarkdown.of(Recording.of(told.dossier())))
        .contains("found it **not justified**: it could wait");
  }

  @Test
  void a_failure_says_what_was_left_behind() {
    Told told = started(told().proposed("why").approved(Told.BOB));
    told.and(
        new ApplyFailed(
            "shop",
            "prod",
            Told.ROLLOUT,
            "main",
            1,
            1,
            "55P03",
            "canceling statement due to lock timeout",
            true,
            List.of(),
            new TreeMap<>(Told.at(BASE.fingerprint().value())),
            Told.ALICE,
            told.time()));
    ChangeRecord record = Recording.of(told.dossier());

    assertThat(record.status()).isEqualTo("Closed");
    assertThat(record.rolloutStatus()).isEqualTo("failed");
    assertThat(record.outcome().sentence())
        .isEqualTo("the apply failed at step 1 on main: canceling statement due to lock timeout");
    assertThat(RecordMarkdown.of(record)).contains("Its transaction was rolled back.");
  }

  @Test
  void nothing_that_people_wrote_becomes_markup() {
    Told told = told().proposed("| <img src=x> [a](http://b)\n\n# @everyone");
    told.and(
        new PlanCommented(
            "shop", "prod", Told.ROLLOUT, "```\n</details> | x", Told.BOB, told.time()));

    assertThat(RecordMarkdown.of(Recording.of(told.dossier())))
        .doesNotContain("<img", "http://b", "\n# @", "</details> | x")
        .contains("\\| &lt;img src=x&gt; \\[a\\](http:<!-- -->//b) \\# @<!-- -->everyone");
  }
}
