package dev.releaseledger.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.releaseledger.domain.environment.EnvironmentEvent.PassedGate;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.record.Chapters;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.domain.record.Recording;
import dev.releaseledger.domain.record.Told;
import dev.releaseledger.domain.record.artifact.ArtifactFile;
import dev.releaseledger.domain.record.artifact.RolloutEvidence;
import dev.releaseledger.domain.record.artifact.Shapes;
import dev.releaseledger.domain.risk.rule.Given;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerEvidenceTest {

  private static final Column NAME = Given.column(Given.CUSTOMERS, "name", "text", false);
  private static final Schema BASE = Given.shop();
  private static final Schema TARGET = Given.shop(NAME);
  private static final PassedGate PASSED_OVER = new PassedGate("approvals", false, "0 of 1");

  private static Told proposed() {
    return new Told(BASE, TARGET).baselined().proposed("why");
  }

  private static Told released() {
    return new Chapters(proposed().approved(Told.BOB))
        .started(new PassedGate("approvals", true, "1 of 1"))
        .ran()
        .released();
  }

  private static Told emergency() {
    Told told = new Chapters(new Chapters(proposed()).emergency()).started(PASSED_OVER);
    return new Chapters(told.ran().released()).filled();
  }

  private static RolloutEvidence rollout(Told told) {
    Dossier dossier = told.dossier();
    return RolloutEvidence.of(
        dossier,
        Recording.of(dossier),
        new TreeMap<>(Map.of("main", new Shapes(BASE, TARGET))),
        Contract.none());
  }

  private static LedgerEvidence evidence(boolean drifted, RolloutEvidence... rollouts) {
    return new LedgerEvidence("shop", "prod", "rel_1", drifted, 120, List.of(rollouts));
  }

  private static List<String> blockers(LedgerEvidence evidence, EvidenceDomain domain) {
    return Readiness.ofLedger(evidence).items().stream()
        .filter(it -> it.domain() == domain)
        .findFirst()
        .orElseThrow()
        .blockers();
  }

  private static List<String> governance(Told told) {
    return blockers(evidence(false, rollout(told)), EvidenceDomain.GOVERNANCE);
  }

  private static List<String> evolution(Told told) {
    return blockers(evidence(false, rollout(told)), EvidenceDomain.SCHEMA_EVOLUTION);
  }

  @Test
  void a_release_that_was_approved_and_arrived_passes_in_both_domains() {
    Readiness readiness =
        Readiness.ofLedger(evidence(false, rollout(new Chapters(released()).filled())));

    assertThat(readiness.blockers()).isEmpty();
    assertThat(readiness.items())
        .extracting(it -> it.domain().word(), DomainItem::passed)
        .containsExactly(tuple("governance", true), tuple("schema_evolution", true));
  }

  @Test
  void a_release_that_no_rollout_made_has_no_evidence() {
    assertThat(Readiness.ofLedger(evidence(false)).blockers())
        .containsExactly("governance.missing", "schema_evolution.missing");
    assertThat(evidence(false).files()).isEmpty();
  }

  @Test
  void what_waits_is_neither_decided_nor_deployed() {
    assertThat(governance(proposed())).contains("approval.quorum_not_met", "deployment.missing");
    assertThat(evolution(proposed())).contains("schema_evolution.status_proposed");
  }

  @Test
  void what_is_still_to_be_filled_in_holds_both_back() {
    assertThat(governance(released())).contains("post_check.backfill");
    assertThat(evolution(released())).contains("schema_evolution.status_backfill_pending");
  }

  @Test
  void databases_that_have_drifted_since_hold_it_back() {
    RolloutEvidence rollout = rollout(new Chapters(released()).filled());

    assertThat(blockers(evidence(true, rollout), EvidenceDomain.SCHEMA_EVOLUTION))
        .containsExactly("schema_evolution.drift_now");
    assertThat(blockers(evidence(true, rollout), EvidenceDomain.GOVERNANCE)).isEmpty();
  }

  @Test
  void gates_that_an_emergency_passed_over_hold_it_back_until_that_was_found_right() {
    assertThat(governance(emergency()))
        .contains("gate.passed_over:approvals", "approval.emergency_not_reviewed");
    assertThat(governance(new Chapters(emergency()).reviewed(false)))
        .contains("gate.passed_over:approvals", "approval.emergency_not_justified");
    assertThat(governance(new Chapters(emergency()).reviewed(true))).isEmpty();
  }

  @Test
  void each_of_several_rollouts_has_to_be_in_order() {
    LedgerEvidence evidence =
        evidence(true, rollout(emergency()), rollout(new Chapters(released()).filled()));

    assertThat(Readiness.ofLedger(evidence).blockers())
        .containsExactly("governance.not_passed", "schema_evolution.not_passed");
    assertThat(blockers(evidence, EvidenceDomain.SCHEMA_EVOLUTION))
        .containsExactly("schema_evolution.drift_now");
  }

  @Test
  void the_files_have_the_digests_that_the_report_and_the_chain_name() {
    LedgerEvidence evidence = evidence(false, rollout(new Chapters(released()).filled()));
    Map<String, String> digests = new TreeMap<>();
    evidence.files().forEach(file -> digests.put(file.name(), file.sha256()));

    assertThat(digests.keySet())
        .contains(
            "governance.json",
            "schema_evolution.json",
            "change_request_rol_1.json",
            "approval_record_rol_1.json",
            "deployment_record_rol_1.json")
        .anyMatch(name -> name.startsWith("schema_change_rol_1_"));
    for (Artifact artifact : evidence.artifacts("out")) {
      String name = artifact.domain().word() + ".json";
      assertThat(artifact.path()).isEqualTo("out/" + name);
      assertThat(artifact.sha256()).isEqualTo(digests.get(name));
    }
    String all = evidence.files().stream().map(ArtifactFile::content).reduce("", String::concat);
    digests.forEach((name, digest) -> {
      if (name.contains("rol_1") && !name.startsWith("deployment")) {
        assertThat(all).contains(digest);
      }
    });
  }

  @Test
  void the_same_history_makes_the_same_bytes() {
    assertThat(evidence(false, rollout(released())).files())
        .isEqualTo(evidence(false, rollout(released())).files());
  }
}
