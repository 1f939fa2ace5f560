package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.event.Ballot;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One plan, known by its digest, was proposed, approved by each approver, and applied: every
 * statement of it and no other, to where it leads.
 */
record ApprovalsCheck(Course course, Content content) {

  Passed<Boolean> of() {
    Entry proposal = course.last(EventNames.PLAN_PROPOSED);
    Sha256 digest = proposal.digest("planDigest");
    for (Entry approval : course.named(EventNames.PLAN_APPROVED)) {
      Stop.unless(
          approval.digest("planDigest").equals(digest),
          "the approval at " + approval.index() + " is of another plan");
    }
    Entry start = course.last(EventNames.APPLY_STARTED);
    Stop.unless(start.digest("planDigest").equals(digest), "another plan was applied");
    StoredPlan plan =
        StoredPlan.find(content, digest)
            .orElseThrow(() -> Stop.failed("the plan itself is not in the bundle"));
    demandProposed(plan, proposal);
    int statements = ran(plan);
    demandReached(proposal);
    Ballot ballot = Ballot.atStart(course.entries());
    if (!course.isEmergency()) {
      demandFresh(proposal, ballot, start.at());
    }
    return Passed.of(
        "plan "
            + digest
            + ", "
            + Amounts.of(ballot.approvers().size(), "approval")
            + ", all of it ran: "
            + Amounts.of(statements, "statement"));
  }

  /** The plan is what the proposal says of it. */
  private static void demandProposed(StoredPlan plan, Entry proposal) {
    for (String name : List.of("project", "environment", "ref")) {
      Stop.unless(
          plan.text(name).equals(proposal.demandText(name)),
          "the plan has another " + name + " than its proposal");
    }
    for (String name : List.of("base", "target")) {
      Stop.unless(
          plan.each(name).equals(proposal.payload().object(name)),
          "the plan has another " + name + " than its proposal");
    }
  }

  /** Each statement of the plan ran once, in its order, and nothing else did. */
  private int ran(StoredPlan plan) {
    List<StoredPlan.Statement> ran =
        course.named(EventNames.STATEMENT_APPLIED).stream()
            .map(entry ->
                new StoredPlan.Statement(
                    entry.demandText("connection"),
                    entry.payload().integer("step"),
                    entry.digest("sqlDigest")))
            .toList();
    for (String connection : plan.connections()) {
      List<StoredPlan.Statement> there =
          ran.stream().filter(one -> one.connection().equals(connection)).toList();
      Stop.unless(
          there.equals(plan.statements(connection)),
          "what ran on " + Shown.of(connection) + " is not what the plan says");
    }
    long planned = plan.connections().stream().mapToLong(it -> plan.statements(it).size()).sum();
    Stop.unless(ran.size() == planned, "statements ran that are of no database of the plan");
    return ran.size();
  }

  /** The databases came to where the plan leads, and that was released. */
  private void demandReached(Entry proposal) {
    Json.Obj target = proposal.payload().object("target");
    Stop.unless(
        course.compared().payload().object("observed").equals(target),
        "the databases came to something else than the plan leads to");
    Stop.unless(
        course.last(EventNames.RELEASE_ADVANCED).payload().object("schemas").equals(target),
        "something else was released than the plan leads to");
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
