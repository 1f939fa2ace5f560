package dev.releaseledger.evidence.bundle;

/** The evidence once more, in a form that people or other tools read; it proves nothing itself. */
public record View(String name, byte[] content) {

  /** The report for people, in one file. */
  public static final String HTML = "report.html";

  /** The report for paper. */
  public static final String PDF = "report.pdf";

  /** The report as plain text. */
  public static final String MARKDOWN = "report.md";

  /** The report as assessment results of OSCAL. */
  public static final String OSCAL = "oscal-ar.json";
}
