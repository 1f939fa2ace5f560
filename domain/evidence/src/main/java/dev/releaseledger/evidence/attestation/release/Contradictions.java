package dev.releaseledger.evidence.attestation.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a statement of a release says that cannot be so, from itself alone. */
record Contradictions(SchemaRelease said) {

  List<String> found() {
    List<String> found = new ArrayList<>();
    plansThatDiffer(found);
    timesOutOfOrder(found);
    if (said.verification().driftResult() == Drift.FOUND) {
      found.add("the databases were not as declared");
    }
    if (said.apply().result() == Outcome.FAILED) {
      found.add("the apply failed");
    }
    if (said.change().emergency() == (said.gate().verdict() != Ruling.OVERRIDDEN)) {
      found.add("an emergency is one exactly where the gate was overridden");
    }
    return List.copyOf(found);
  }

  private void plansThatDiffer(List<String> found) {
    if (!said.apply().planDigest().equals(said.change().planDigest())) {
      found.add("the plan that was applied is not that of the change");
    }
    for (Approval approval : said.approvals()) {
      if (approval.decision() == Decision.APPROVED
          && !approval.planDigest().equals(said.apply().planDigest())) {
        found.add("the plan that " + approval.actorRef() + " approved is not the one applied");
      }
    }
  }

  private void timesOutOfOrder(List<String> found) {
    Instant started = said.apply().startedAt();
    for (Approval approval : said.approvals()) {
      if (approval.at().isBefore(said.requester().at())) {
        found.add(approval.actorRef() + " decided before the change was asked for");
      }
      if (approval.at().isAfter(started)) {
        found.add(approval.actorRef() + " decided after the apply had started");
      }
    }
    if (started.isBefore(said.requester().at())) {
      found.add("the apply started before the change was asked for");
    }
    if (said.window().isPresent() && !said.window().get().covers(started)) {
      found.add("the apply started outside of its window");
    }
    if (said.verification().at().isBefore(said.apply().finishedAt())) {
      found.add("the databases were compared before the apply had finished");
    }
    if (said.release().releasedAt().isBefore(said.verification().at())) {
      found.add("the release was made before the databases were compared");
    }
  }
}
