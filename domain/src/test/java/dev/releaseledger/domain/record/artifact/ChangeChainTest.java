package dev.releaseledger.domain.record.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.record.Chapters;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.domain.record.Recording;
import dev.releaseledger.domain.record.Told;
import dev.releaseledger.domain.record.artifact.RolloutEvidence.Link;
import dev.releaseledger.domain.risk.rule.Given;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ChangeChainTest {

  private static final Column NAME = Given.column(Given.CUSTOMERS, "name", "text", false);
  private static final Column FAX = Given.column(Given.CUSTOMERS, "fax", "text", false);
  private static final Schema BASE = Given.shop();
  private static final Schema TARGET = Given.shop(NAME);

  private static final String REQUEST = "change_request";
  private static final String APPROVAL = "approval_record";
  private static final String DEPLOYMENT = "deployment_record";

  private static Told proposed() {
    return new Told(BASE, TARGET).baselined().proposed("why");
  }

  private static Told done(UnaryOperator<Told> before) {
    Told told = new Chapters(before.apply(proposed())).started().ran().released();
    return new Chapters(told).filled();
  }

  private static RolloutEvidence evidence(Told told, Schema base, Schema target) {
    Dossier dossier = told.dossier();
    return RolloutEvidence.of(
        dossier,
        Recording.of(dossier),
        new TreeMap<>(Map.of("main", new Shapes(base, target))),
        Contract.none());
  }

  private static RolloutEvidence evidence(Told told) {
    return evidence(told, BASE, TARGET);
  }

  private static Link link(RolloutEvidence evidence, String kind) {
    return evidence.chain().stream().filter(it -> it.kind().equals(kind)).findFirst().orElseThrow();
  }

  private static List<String> blockers(Told told, String kind) {
    return link(evidence(told), kind).blockers();
  }

  private static String content(RolloutEvidence evidence, String kind) {
    return evidence.files().stream()
        .filter(file -> file.name().equals(link(evidence, kind).path()))
        .map(ArtifactFile::content)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_was_approved_by_another_and_ran_passes_from_end_to_end() {
    RolloutEvidence evidence = evidence(done(it -> it.approved(Told.BOB)));

    assertThat(evidence.chain())
        .extracting(Link::kind)
        .containsExactly(REQUEST, APPROVAL, DEPLOYMENT);
    assertThat(evidence.chain()).allMatch(Link::passed);
    assertThat(link(evidence, DEPLOYMENT).path()).isEqualTo("deployment_record_rol_1.json");
  }

  @Test
  void each_link_names_the_digest_of_the_one_before() {
    RolloutEvidence evidence = evidence(done(it -> it.approved(Told.BOB)));

    assertThat(content(evidence, APPROVAL))
        .contains(
            "\"change_request_path\": \"change_request_rol_1.json\"",
            "\"change_request_sha256\": \"" + link(evidence, REQUEST).sha256() + "\"");
    assertThat(content(evidence, DEPLOYMENT))
        .contains(
            "\"approval_record_path\": \"approval_record_rol_1.json\"",
            "\"approval_record_sha256\": \"" + link(evidence, APPROVAL).sha256() + "\"");
  }

  @Test
  void a_request_says_who_has_to_decide_by_what_and_how_risky_it_is() {
    RolloutEvidence evidence = evidence(done(it -> it.approved(Told.BOB)));

    assertThat(content(evidence, REQUEST))
        .contains(
            "\"approvers\": [\n    \"role approver\"\n  ]",
            "\"requested_by\": \"alice\"",
            "\"risk_level\": \"low\"",
            "\"target_environment\": \"prod\"",
            "\"name\": \"schema_change:main:public.customers\"",
            "\"sha256\": \"" + evidence.ledgers().getFirst().sha256() + "\"");
  }

  @Test
  void what_takes_something_away_is_critical() {
    Schema base = Given.shop(FAX);
    Told told = new Told(base, BASE).baselined().proposed("why");

    assertThat(content(evidence(told, base, BASE), REQUEST))
        .contains("\"risk_level\": \"critical\"");
  }

  @Test
  void what_nobody_decided_is_not_approved() {
    assertThat(blockers(proposed(), APPROVAL)).containsExactly("approval.quorum_not_met");
    assertThat(evidence(proposed()).chain())
        .extracting(Link::kind)
        .containsExactly(REQUEST, APPROVAL);
  }

  @Test
  void whoever_asked_does_not_count_and_may_not() {
    assertThat(blockers(done(it -> it.approved(Told.ALICE)), APPROVAL))
        .containsExactly("approval.actor_not_allowed", "approval.quorum_not_met");
  }

  @Test
  void whoever_asked_may_not_even_beside_somebody_else() {
    assertThat(blockers(done(it -> it.approved(Told.ALICE).approved(Told.BOB)), APPROVAL))
        .containsExactly("approval.actor_not_allowed");
  }

  @Test
  void somebody_who_says_yes_twice_counts_once() {
    RolloutEvidence evidence = evidence(done(it -> it.approved(Told.BOB).approved(Told.BOB)));

    assertThat(content(evidence, APPROVAL))
        .contains("\"approvals_count\": 1", "\"quorum_required\": 1", "\"status\": \"approved\"")
        .contains("\"stands\": false", "\"stands\": true");
  }

  @Test
  void a_yes_that_was_taken_back_counts_no_more() {
    Told told = new Chapters(proposed().approved(Told.BOB)).withdrawn(Told.BOB);

    assertThat(blockers(told, APPROVAL)).containsExactly("approval.quorum_not_met");
    assertThat(content(evidence(told), APPROVAL))
        .contains("\"decision\": \"withdrew_an_approval\"", "\"comment\": \"on second thoughts\"");
  }

  @Test
  void one_no_is_enough() {
    Told told = new Chapters(proposed()).rejected(Told.BOB);

    assertThat(blockers(told, APPROVAL))
        .containsExactly("approval.rejected", "approval.quorum_not_met");
    assertThat(content(evidence(told), APPROVAL))
        .contains("\"rejections_count\": 1", "\"decision\": \"rejected\"");
  }

  @Test
  void of_several_tests_of_a_kind_the_last_one_counts() {
    Told failed = new Chapters(proposed()).tested("suite", false);
    assertThat(blockers(failed, REQUEST)).containsExactly("test.suite");
    assertThat(blockers(failed, APPROVAL)).contains("approval.change_request_not_passed");

    Told right = new Chapters(failed).tested("suite", true);
    assertThat(blockers(right, REQUEST)).isEmpty();
  }

  @Test
  void an_emergency_waits_for_somebody_to_look_at_it() {
    Told told = done(it -> new Chapters(it).emergency());

    assertThat(blockers(told, APPROVAL))
        .containsExactly("approval.emergency_not_reviewed", "approval.quorum_not_met");
    assertThat(blockers(told, DEPLOYMENT)).containsExactly("deployment.approval_not_passed");
  }

  @Test
  void an_emergency_that_was_found_right_stands_for_the_approvals() {
    Told told = new Chapters(done(it -> new Chapters(it).emergency())).reviewed(true);

    assertThat(evidence(told).chain()).allMatch(Link::passed);
    assertThat(content(evidence(told), APPROVAL)).contains("\"justified\": true");
  }

  @Test
  void an_emergency_that_was_found_wrong_stays_so() {
    Told told = new Chapters(done(it -> new Chapters(it).emergency())).reviewed(false);

    assertThat(blockers(told, APPROVAL))
        .containsExactly("approval.emergency_not_justified", "approval.quorum_not_met");
  }

  @Test
  void what_is_still_to_be_filled_in_is_a_check_that_failed() {
    Told told = new Chapters(proposed().approved(Told.BOB)).started().ran().released();

    assertThat(blockers(told, DEPLOYMENT)).containsExactly("post_check.backfill");
    assertThat(content(evidence(told), DEPLOYMENT))
        .contains("\"status\": \"succeeded\"", "\"post_checks_count\": 3");
  }

  @Test
  void what_did_not_arrive_is_told_by_status_and_checks() {
    Told told =
        new Chapters(new Chapters(proposed().approved(Told.BOB)).started().ran())
            .drifted(DriftCheck.POST_APPLY);

    assertThat(blockers(told, DEPLOYMENT))
        .containsExactly(
            "deployment.status_drifted",
            "post_check.backfill",
            "post_check.drift",
            "post_check.release");
  }

  @Test
  void the_files_about_a_rollout_have_the_chain_too() {
    Dossier dossier = done(it -> it.approved(Told.BOB)).dossier();

    assertThat(
            ArtifactFiles.of(
                dossier,
                Recording.of(dossier),
                new TreeMap<>(Map.of("main", new Shapes(BASE, TARGET))),
                Contract.none(),
                digest -> digest.equals(Told.BASE_DIGEST) ? BASE : TARGET))
        .extracting(ArtifactFile::name)
        .contains(
            "change_request_rol_1.json",
            "approval_record_rol_1.json",
            "deployment_record_rol_1.json");
  }
}
