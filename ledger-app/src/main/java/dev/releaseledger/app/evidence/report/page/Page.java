package dev.releaseledger.app.evidence.report.page;

import java.time.Instant;
import java.util.List;

/**
 * A report without a form.
 *
 * @param title what it is about
 * @param running what stands on each sheet of paper
 * @param lead what is at the top
 * @param asOf when the last thing in it happened; it is the date of the file
 */
public record Page(
    String title, String running, List<Block> lead, List<Section> sections, Instant asOf) {

  /** Keeps copies. */
  public Page {
    title = VisibleText.line(title);
    running = VisibleText.line(running);
    lead = List.copyOf(lead);
    sections = List.copyOf(sections);
  }
}
