package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.plan.Finding;
import java.util.List;
import java.util.Map;

/** The plan brings what the project's own standards do not let through. */
public record StandardsViolated(List<Finding> findings) implements Refusal {

  public StandardsViolated {
    findings = List.copyOf(findings);
  }

  @Override
  public String slug() {
    return "standards-violated";
  }

  @Override
  public Category category() {
    return Category.REFUSED;
  }

  @Override
  public String detail() {
    return "The plan is not as the project's standards say in %d place%s: %s. Nothing was executed."
        .formatted(
            findings.size(),
            findings.size() == 1 ? "" : "s",
            String.join("; ", findings.stream().map(StandardsViolated::sentence).toList()));
  }

  @Override
  public String remedy() {
    return "Change the declaration as the findings say (ledgerctl standards check), or the"
        + " project's standards.yaml. --force does not help here.";
  }

  @Override
  public Map<String, Object> extras() {
    return Map.of("violations", findings.stream().map(StandardsViolated::sentence).toList());
  }

  private static String sentence(Finding finding) {
    return "%s [%s]".formatted(finding.message(), finding.rule());
  }
}
