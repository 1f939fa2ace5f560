package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.attestation.release.Ruling;
import dev.releaseledger.evidence.attestation.release.SeparationOfDuties;
import dev.releaseledger.evidence.bundle.ArtifactRole;
import dev.releaseledger.evidence.bundle.BundledArtifact;
import dev.releaseledger.evidence.event.Ballot;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Sha256;
import java.util.List;
import java.util.Set;

/** The rule of the statement about who may not be who, held to the events. */
record DutiesCheck(Course course, Content content) {

  private static final String NONE = "none";

  Passed<Boolean> of() {
    SeparationOfDuties said = course.said().separationOfDuties();
    Stop.unless(said.verdict() != Ruling.FAILED, "the statement says that they were not");
    demandRuleOfPolicy(said.rule());
    Entry proposal = course.last(EventNames.PLAN_PROPOSED);
    String requester = proposal.demandText("actor");
    Set<String> approvers = Ballot.atStart(course.entries()).approvers();
    String applier = course.last(EventNames.APPLY_STARTED).demandText("actor");
    List<String> authors =
        proposal
            .object("terms")
            .map((Json.Obj terms) -> Entry.texts(terms, "authors"))
            .orElse(List.of());
    for (String word : said.rule().split(",", -1)) {
      boolean broken =
          switch (word) {
            case NONE -> false;
            case "requester_approves" -> approvers.contains(requester);
            case "author_approves" -> authors.stream().anyMatch(approvers::contains);
            case "approver_applies" -> approvers.contains(applier);
            case "requester_applies" -> requester.equals(applier);
            case "author_applies" -> authors.contains(applier);
            default -> throw Stop.failed("the rule " + Shown.of(word) + " is not known");
          };
      if (broken && said.verdict() == Ruling.PASSED) {
        throw Stop.failed("somebody did both: " + word);
      }
    }
    if (said.verdict() == Ruling.OVERRIDDEN) {
      Stop.unless(course.isEmergency(), "overridden, and there was no emergency");
      return Passed.of(said.rule() + ", overridden in an emergency");
    }
    return Passed.of(said.rule());
  }

  /** Where the policy is there, the rule is the one that it has. */
  private void demandRuleOfPolicy(String rule) {
    for (String name : content.in(BundledArtifact.FOLDER + ArtifactRole.POLICY.folder() + "/")) {
      byte[] file = content.get(name);
      if (Sha256.of(file).equals(course.said().gate().policyDigest())) {
        List<String> words = Entry.texts(StrictJson.readObject(file).orThrow(), "separation");
        Stop.unless(
            rule.equals(words.isEmpty() ? NONE : String.join(",", words)),
            "the policy has another rule than " + Shown.of(rule));
      }
    }
  }
}
