package dev.releaseledger.app.evidence.report.field;

/** A set of demands on changes. */
public enum Framework {
  /** AICPA Trust Services Criteria, change management. */
  SOC2("SOC 2 CC8.1"),
  /** ISO/IEC 27001:2022 Annex A, change management. */
  ISO("ISO 27001 A.8.32"),
  /** PCI DSS 4.0.1, changes to system components. */
  PCI("PCI DSS 6.5"),
  /** General IT controls over financial reporting. */
  SOX("SOX ITGC"),
  /** Regulation (EU) 2022/2554, in the technical standard (EU) 2024/1774. */
  DORA("DORA Art. 17(1)");

  private final String title;

  Framework(String title) {
    this.title = title;
  }

  /** Its name. */
  public String title() {
    return title;
  }
}
