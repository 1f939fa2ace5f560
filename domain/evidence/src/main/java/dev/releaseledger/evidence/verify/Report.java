package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * What a verification came to, check by check.
 *
 * @param kind of the bundle, where it could be told
 * @param about what the bundle is about, in a line, where that is proven
 * @param findings in the order of the checks
 */
public record Report(Optional<BundleKind> kind, Optional<String> about, List<Finding> findings) {

  /** Keeps a copy. */
  public Report {
    findings = List.copyOf(findings);
  }

  /** What all of it comes to. */
  public Outcome outcome() {
    return Outcome.of(findings);
  }

  /** The report for machines. */
  public Json.Obj json() {
    return new Members()
        .text("outcome", outcome().word())
        .text("kind", kind.map(BundleKind::word))
        .text("about", about)
        .list("checks", findings, Finding::json)
        .built();
  }

  /** The report for machines, in UTF-8. */
  public byte[] bytes() {
    return Canonical.bytes(json());
  }
}
