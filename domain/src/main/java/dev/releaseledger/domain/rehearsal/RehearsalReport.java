package dev.releaseledger.domain.rehearsal;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.schema.Fingerprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rehearsing the plan of one connection showed; the plan arrived, or there is no report.
 *
 * @param afterStage the fingerprint of the schema after each stage
 * @param steps what each step did, in order
 * @param findings where it was not as the plan predicts
 * @param rows where the rows are from that the copy had, or null when it had none
 */
public record RehearsalReport(
    List<Fingerprint> afterStage,
    List<MeasuredStep> steps,
    List<Finding> findings,
    @Nullable String rows) {

  /** A report of nothing but where each stage led. */
  public static RehearsalReport arrived(List<Fingerprint> afterStage) {
    return new RehearsalReport(afterStage, List.of(), List.of(), null);
  }

  public RehearsalReport {
    afterStage = List.copyOf(afterStage);
    steps = List.copyOf(steps);
    findings = List.copyOf(findings);
  }

  /** What the step of this number did, or null when that is not known. */
  public @Nullable MeasuredStep step(int number) {
    return steps.stream().filter(step -> step.number() == number).findFirst().orElse(null);
  }
}
