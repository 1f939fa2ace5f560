package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.attestation.release.Approval;
import dev.releaseledger.evidence.attestation.release.Decision;
import dev.releaseledger.evidence.attestation.release.Drift;
import dev.releaseledger.evidence.attestation.release.Ruling;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.bundle.ConnectionMap;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Every field of the statement that an event has too is as the event has it. */
record AgreementCheck(Course course, Content content) {

  private static final String DONE = "executedDigest";

  Passed<Boolean> of() {
    release();
    request();
    approvals();
    policy();
    run();
    return Passed.of("release, request, approvals, apply and comparison");
  }

  private SchemaRelease said() {
    return course.said();
  }

  private void release() {
    Entry released = course.last(EventNames.RELEASE_ADVANCED);
    same("release.id", said().release().id(), released.demandText("release"));
    same("release.project", said().release().project(), released.demandText("project"));
    same("environment", said().environment(), released.demandText("environment"));
    same("release.commit", said().release().commit(), released.demandText("ref"));
    same("release.releasedAt", said().release().releasedAt(), released.at());
    same(
        "release.schemaFingerprint",
        said().release().schemaFingerprint(),
        ConnectionMap.digest(released.payload().object("schemas")));
    same(
        "previousRelease.id",
        said().previousRelease().map(previous -> previous.id()),
        released.text("previous"));
    said()
        .previousRelease()
        .ifPresent(previous ->
            same(
                "previousRelease.schemaFingerprint",
                previous.schemaFingerprint(),
                schemasBefore()));
  }

  /**
   * The schemas of the release before. A pointer that was moved back is at another schema than the
   * databases have, so that the base of the plan tells it only where no event does.
   */
  private Sha256 schemasBefore() {
    return ConnectionMap.digest(
        course
            .previous()
            .map(entry -> entry.payload().object("schemas"))
            .orElseGet(() -> course.last(EventNames.PLAN_PROPOSED).payload().object("base")));
  }

  /** The policy is that of the plan, which whoever approved it has approved with it. */
  private void policy() {
    Optional<Sha256> planned =
        StoredPlan.find(content, said().change().planDigest()).flatMap(StoredPlan::policy);
    planned.ifPresent(policy -> {
      same("gate.policyDigest", said().gate().policyDigest(), policy);
      for (Approval approval : said().approvals()) {
        same("approvals[].policyDigest", approval.policyDigest(), policy);
      }
    });
  }

  private void request() {
    Entry proposal = course.last(EventNames.PLAN_PROPOSED);
    for (String name : List.of("project", "environment")) {
      same(
          name,
          course.last(EventNames.RELEASE_ADVANCED).demandText(name),
          proposal.demandText(name));
    }
    same("change.planDigest", said().change().planDigest(), proposal.digest("planDigest"));
    same("requester.actorRef", said().requester().actorRef(), proposal.demandText("actor"));
    same("requester.at", said().requester().at(), proposal.at());
    proposal
        .commitment("reason")
        .ifPresent(reason ->
            same(
                "change.reasonCommitment",
                said().change().reasonCommitment(),
                Optional.of(reason)));
    same("change.emergency", said().change().emergency(), course.isEmergency());
    same(
        "gate.verdict",
        said().gate().verdict(),
        course.isEmergency() ? Ruling.OVERRIDDEN : Ruling.PASSED);
    said()
        .change()
        .ticket()
        .ifPresent(ticket ->
            Stop.unless(
                course.named(EventNames.TICKET_LINKED).stream()
                    .anyMatch(link -> link.text("reference").equals(Optional.of(ticket))),
                "no event links the ticket of the statement"));
  }

  private void approvals() {
    List<Entry> decisions =
        course.entries().stream()
            .filter(
                entry -> entry.is(EventNames.PLAN_APPROVED) || entry.is(EventNames.PLAN_REJECTED))
            .toList();
    same("the number of approvals", said().approvals().size(), decisions.size());
    for (int i = 0; i < decisions.size(); i++) {
      Approval approval = said().approvals().get(i);
      Entry decision = decisions.get(i);
      String field = "approvals[" + i + "].";
      boolean approved = decision.is(EventNames.PLAN_APPROVED);
      same(
          field + "decision",
          approval.decision(),
          approved ? Decision.APPROVED : Decision.REJECTED);
      same(field + "actorRef", approval.actorRef(), decision.demandText("actor"));
      same(field + "at", approval.at(), decision.at());
      if (approved) {
        same(field + "planDigest", approval.planDigest(), decision.digest("planDigest"));
        same(
            field + "signature",
            approval.signature(),
            decision.object("signature").map((Json.Obj signed) -> signed.text("armored")));
      }
    }
  }

  private void run() {
    Entry start = course.last(EventNames.APPLY_STARTED);
    same("apply.actorRef", said().apply().actorRef(), start.demandText("actor"));
    same("apply.startedAt", said().apply().startedAt(), start.at());
    same("apply.planDigest", said().apply().planDigest(), start.digest("planDigest"));
    same(
        "apply.finishedAt",
        said().apply().finishedAt(),
        course.last(EventNames.APPLY_SUCCEEDED).at());
    Sha256 executed =
        ConnectionMap.executed(
            course.named(EventNames.STATEMENT_APPLIED).stream()
                .map(entry -> entry.demandText("sqlDigest"))
                .toList());
    same("apply." + DONE, said().apply().executedDigest(), executed);
    Entry compared = course.compared();
    same("verification.at", said().verification().at(), compared.at());
    same(
        "verification.snapshotDigest",
        said().verification().snapshotDigest(),
        ConnectionMap.digest(compared.payload().object("observed")));
    Stop.unless(
        said().verification().driftResult() != Drift.FOUND, "the statement says drift was found");
  }

  private static void same(String field, Object said, Object recorded) {
    Stop.unless(
        Objects.equals(said, recorded),
        field
            + " is "
            + Shown.of(said.toString())
            + ", and the events say "
            + Shown.of(recorded.toString()));
  }
}
