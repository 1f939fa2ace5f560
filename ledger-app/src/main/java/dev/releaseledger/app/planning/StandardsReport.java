package dev.releaseledger.app.planning;

import dev.releaseledger.app.port.Commit;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Severity;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a declared schema is not as the project's standards say.
 *
 * @param whole whether all of the schema was looked at, or only what a plan would bring
 * @param parts by connection
 */
public record StandardsReport(
    EnvironmentId environment,
    Commit commit,
    String requestedRef,
    boolean whole,
    SortedMap<String, Part> parts) {

  public StandardsReport {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /**
   * What is said of one connection.
   *
   * @param rules how many rules the project holds it to
   */
  public record Part(int rules, List<Finding> findings) {
    public Part {
      findings = List.copyOf(findings);
    }
  }

  /** How many findings let nothing be applied. */
  public int errors() {
    return (int)
        parts.values().stream()
            .flatMap(part -> part.findings().stream())
            .filter(finding -> finding.severity() == Severity.ERROR)
            .count();
  }
}
