package dev.releaseledger.app.evidence;

import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import dev.releaseledger.evidence.attestation.release.Approval;
import dev.releaseledger.evidence.attestation.release.Decision;
import dev.releaseledger.evidence.event.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells who decided what about a plan. */
record Decisions(Course course, String policyDigest) {

  /** Of somebody in whom the policy sees nothing else. */
  private static final String APPROVER = "approver";

  List<Approval> approvals() {
    return course.own().stream()
        .flatMap(it ->
            switch (it.event()) {
              case PlanApproved yes -> Stream.of(approved(yes));
              case PlanRejected no -> Stream.of(rejected(no));
              default -> Stream.empty();
            })
        .toList();
  }

  private Approval approved(PlanApproved yes) {
    return new Approval(
        yes.actor(),
        yes.capacities().isEmpty() ? APPROVER : String.join(", ", yes.capacities()),
        Decision.APPROVED,
        yes.at(),
        Entry.digestOf(yes.planDigest()),
        Entry.digestOf(policyDigest),
        Optional.ofNullable(yes.signature()).map(Signature::armored));
  }

  private Approval rejected(PlanRejected no) {
    return new Approval(
        no.actor(),
        APPROVER,
        Decision.REJECTED,
        no.at(),
        Entry.digestOf(course.proposal().planDigest()),
        Entry.digestOf(policyDigest),
        Optional.empty());
  }
}
