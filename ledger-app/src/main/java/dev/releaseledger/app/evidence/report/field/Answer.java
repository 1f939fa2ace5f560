package dev.releaseledger.app.evidence.report.field;

import dev.releaseledger.app.evidence.report.page.Text;
import java.util.List;

/**
 * What the ledger has for a part of a field.
 *
 * @param name of the part
 * @param value what it is, or that it was not recorded
 * @param positions of the events that say so
 */
public record Answer(String name, Text value, List<Long> positions) {

  /** Keeps a copy. */
  public Answer {
    positions = List.copyOf(positions);
  }

  /** Whether the ledger has it. */
  public boolean isRecorded() {
    return !value.equals(Text.NOT_RECORDED);
  }
}
