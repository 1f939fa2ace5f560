package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;

/** What a report is worth. */
public final class Standing {

  private Standing() {}

  /** It in a sentence. */
  public static Text sentence() {
    return Text.of(
        "This report is derived from the evidence and is not itself authoritative: what counts is"
            + " the signed statement, the bytes of the events and their proofs.");
  }

  /** The section. */
  public static Section section() {
    return Section.draft("standing", "What this report is worth")
        .paragraph(sentence())
        .bullets(
            java.util.List.of(
                Text.of(
                    "It is made from the events and the artifacts in the evidence, without a clock:"
                        + " the same evidence makes the same report, to the byte."),
                Text.of(
                    "Names of people are those that the exporter chose to reveal. Events have"
                        + " random references instead, and stay provable when a name is erased."),
                Text.of(
                    "Where it says \"not recorded\", the ledger has nothing. Nothing is inferred or"
                        + " filled in. \"Erased\" is in the place of words that were taken out of"
                        + " the ledger; the event keeps a commitment to them."),
                Text.of(
                    "Characters that hide, or that turn the direction of reading, are shown by"
                        + " their numbers, as in [U+202E]."),
                Text.of(
                    "Numbers after # are positions in the ledger. Times are in UTC, to the"
                        + " second.")))
        .written();
  }
}
