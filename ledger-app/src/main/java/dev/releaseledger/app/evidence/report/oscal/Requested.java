package dev.releaseledger.app.evidence.report.oscal;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What had to be there before the change was made. */
final class Requested {

  private Requested() {}

  static Optional<Judgement> documented(CaseFile file) {
    if (file.change() != null) {
      String why = file.change().why();
      return Optional.of(
          Judgement.of(
              why != null && !why.isBlank(),
              "a reason was given",
              "no reason was given",
              List.of(file.change().requested().position())));
    }
    return Optional.ofNullable(file.move())
        .map(move ->
            Judgement.of(
                move.reason() != null && !move.reason().isBlank(),
                "a reason was given",
                "no reason was given",
                List.of(move.recorded().position())));
  }

  static Optional<Judgement> analyzed(CaseFile file) {
    return Optional.ofNullable(file.change())
        .map(change ->
            Judgement.of(
                change.impact() != null,
                "the impact is recorded with the plan",
                "no impact is recorded",
                List.of(change.requested().position())));
  }

  static Optional<Judgement> tested(CaseFile file) {
    ChangeRecord change = file.change();
    if (change == null) {
      return Optional.empty();
    }
    List<ChangeRecord.Step> steps =
        change.plan().stream().flatMap(part -> part.steps().stream()).toList();
    boolean rehearsed =
        !steps.isEmpty() && steps.stream().allMatch(step -> step.rehearsed() != null);
    boolean failed = change.tests().stream().anyMatch(test -> !test.passed());
    long started =
        change.leases().stream()
            .mapToLong(lease -> lease.recorded().position())
            .min()
            .orElse(Long.MAX_VALUE);
    boolean passed =
        change.tests().stream()
            .anyMatch(test -> test.passed() && test.recorded().position() < started);
    List<Long> positions = new ArrayList<>();
    positions.add(change.requested().position());
    change.tests().forEach(test -> positions.add(test.recorded().position()));
    return Optional.of(
        Judgement.of(
            !failed && (rehearsed || passed),
            rehearsed ? "every step was rehearsed" : "a test was recorded as passed",
            failed
                ? "a test was recorded as failed"
                : "neither a rehearsal nor a test from before is recorded",
            positions));
  }

  static Optional<Judgement> approved(CaseFile file) {
    ChangeRecord change = file.change();
    if (change == null) {
      return Optional.empty();
    }
    List<Gate> unmet =
        change.gates().stream()
            .filter(gate -> List.of("approvals", "owners", "authority").contains(gate.gate()))
            .filter(gate -> !gate.met())
            .toList();
    boolean judged = change.gates().stream().anyMatch(gate -> gate.gate().equals("approvals"));
    List<Long> positions = new ArrayList<>();
    change.approvals().forEach(it -> positions.add(it.recorded().position()));
    change.gates().stream().map(Gate::position).distinct().forEach(positions::add);
    return Optional.of(
        Judgement.of(
            judged && unmet.isEmpty(),
            "the policy found the approvals that it asks for",
            unmet.stream()
                .map(gate -> gate.gate() + " not met: " + gate.why())
                .findFirst()
                .orElse("no gate for approvals is recorded"),
            positions));
  }

  static Optional<Judgement> separated(CaseFile file) {
    ChangeRecord change = file.change();
    if (change == null) {
      return Optional.empty();
    }
    List<Gate> gates =
        change.gates().stream().filter(gate -> gate.gate().equals("separation-of-duties")).toList();
    return Optional.of(
        Judgement.of(
            !gates.isEmpty() && gates.stream().allMatch(Gate::met),
            "the policy found them apart",
            gates.stream()
                .filter(gate -> !gate.met())
                .map(gate -> "not met: " + gate.why())
                .findFirst()
                .orElse("no gate for the separation of duties is recorded"),
            gates.stream().map(Gate::position).distinct().toList()));
  }
}
