package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.LedgerEvent;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import java.util.List;

/** Whether every event of the environment is here from where the change was asked for on. */
final class Completeness {

  private Completeness() {}

  /** It, for a file without a gap. */
  static String sentence(CaseFile file) {
    List<LedgerEvent> life = file.life();
    int before = file.events().size() - life.size();
    return "The events of %s are numbered: all from %d (%s) to %d (%s) are here, whatever they are about."
            .formatted(
                file.place(),
                life.getFirst().sequence(),
                life.getFirst().name(),
                life.getLast().sequence(),
                life.getLast().name())
        + (before == 0
            ? ""
            : " %s from before, on which the change rests, %s here too."
                .formatted(Words.count(before, "event"), before == 1 ? "is" : "are"));
  }

  /** It, for a file with a gap. */
  static Text gap(CaseFile file) {
    return Text.strong(
        "Yes: the numbers of the events of " + file.place() + " do not follow each other.");
  }
}
