package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.ArtifactRole;
import dev.releaseledger.evidence.bundle.BundledArtifact;
import dev.releaseledger.evidence.event.Ballot;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.time.Duration;
import java.time.Instant;

/** One plan, known by its digest, was proposed, approved by each approver, and applied. */
record ApprovalsCheck(Course course, Content content) {

  Passed<Boolean> of() {
    Entry proposal = course.last(EventNames.PLAN_PROPOSED);
    Sha256 plan = proposal.digest("planDigest");
    for (Entry approval : course.named(EventNames.PLAN_APPROVED)) {
      Stop.unless(
          approval.digest("planDigest").equals(plan),
          "the approval at " + approval.index() + " is of another plan");
    }
    Entry start = course.last(EventNames.APPLY_STARTED);
    Stop.unless(start.digest("planDigest").equals(plan), "another plan was applied");
    Stop.unless(
        content.in(BundledArtifact.FOLDER + ArtifactRole.PLAN.folder() + "/").stream()
            .anyMatch(name -> Sha256.of(content.get(name)).equals(plan)),
        "the plan itself is not in the bundle");
    Ballot ballot = Ballot.atStart(course.entries());
    if (!course.isEmergency()) {
      demandFresh(proposal, ballot, start.at());
    }
    return Passed.of("plan " + plan + ", " + Amounts.of(ballot.approvers().size(), "approval"));
  }

  private static void demandFresh(Entry proposal, Ballot ballot, Instant start) {
    proposal
        .object("terms")
        .filter(terms -> terms.find("validForHours") instanceof Json.Num)
        .map(terms -> Duration.ofHours(terms.integer("validForHours")))
        .ifPresent(valid ->
            ballot
                .standing()
                .values()
                .forEach(approval ->
                    Stop.unless(
                        !approval.at().plus(valid).isBefore(start),
                        "the approval at " + approval.index() + " had lapsed")));
  }
}
