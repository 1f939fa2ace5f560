package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Emergency;
import dev.releaseledger.evidence.attestation.release.Drift;
import java.util.ArrayList;
import java.util.List;

/** What was not as it usually is, so that nobody has to look for it. */
final class StandsOut {

  private final List<Text> lines = new ArrayList<>();

  private StandsOut() {}

  static Text in(CaseFile file) {
    StandsOut out = new StandsOut();
    if (file.change() != null) {
      out.decisions(file.change());
      out.run(file.change());
    }
    if (file.said() != null) {
      out.when(
          file.said().verification().driftResult() == Drift.ACCEPTED,
          "differences of the databases were accepted");
      out.when(!file.said().contradictions().isEmpty(), "the statement contradicts itself");
    }
    out.when(file.log().anchors().isEmpty(), "no checkpoint is held outside of the ledger");
    return out.lines.isEmpty() ? Text.of("nothing") : Text.lines(out.lines);
  }

  private void decisions(ChangeRecord change) {
    Emergency emergency = change.emergency();
    if (emergency != null) {
      when(true, "gates were passed in an emergency");
      when(emergency.reviewed() == null, "nobody has reviewed the emergency yet");
      when(
          emergency.reviewed() != null && !emergency.reviewed().justified(),
          "a reviewer found the emergency not justified");
    }
    when(change.approvals().stream().noneMatch(it -> it.stands()), "no approval stands");
    when(
        change.approvals().stream()
            .anyMatch(it -> !it.planDigest().equals(change.what().planDigest())),
        "an approval is of another plan");
    counted(
        change.approvals().stream().filter(it -> !it.stands()).count(),
        "approval was taken back",
        "approvals were taken back");
    change.decisions().stream()
        .map(it -> it.decision())
        .distinct()
        .forEach(it -> lines.add(Text.strong("another decision: " + it)));
    counted(change.waivers().size(), "gate was opened by hand", "gates were opened by hand");
    counted(
        change.gates().stream().filter(it -> !it.met()).count(),
        "gate was not met",
        "gates were not met");
  }

  private void run(ChangeRecord change) {
    when(change.what().forced(), "what the plan takes away was forced");
    counted(
        change.plan().stream()
            .flatMap(part -> part.steps().stream())
            .filter(ChangeRecord.Step::destructive)
            .count(),
        "step is destructive",
        "steps are destructive");
    when(
        change.plan().stream()
            .flatMap(part -> part.steps().stream())
            .allMatch(step -> step.rehearsed() == null),
        "the plan was not rehearsed");
    counted(
        change.tests().stream().filter(it -> !it.passed()).count(), "test failed", "tests failed");
    counted(change.refusals().size(), "apply was refused", "applies were refused");
    counted(change.failures().size(), "failure while it ran", "failures while it ran");
    when(
        change.leases().stream().anyMatch(ChangeRecord.Lease::resumed),
        "the apply was interrupted");
    counted(
        change.driftChecks().stream().filter(it -> !it.clean()).count(),
        "look at the databases found drift",
        "looks at the databases found drift");
    change.outcome().open().forEach(it -> lines.add(Text.strong("still to do: " + it)));
  }

  private void when(boolean is, String words) {
    if (is) {
      lines.add(Text.strong(words));
    }
  }

  private void counted(long number, String one, String many) {
    if (number > 0) {
      lines.add(Text.strong(number + " " + (number == 1 ? one : many)));
    }
  }
}
