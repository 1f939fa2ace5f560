package dev.releaseledger.app.evidence.report.field;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import java.util.List;

/**
 * A field that auditors ask for.
 *
 * @param id a name that does not change
 * @param title what it is called
 * @param events the events that can say it
 * @param demands what each framework calls it, in the order of {@link Framework}; a dash where it
 *     asks for no such thing
 * @param source where its answers come from
 */
public record AuditField(
    String id, String title, List<String> events, List<String> demands, Source source) {

  /** Takes the answers out of what a report is made from. */
  public interface Source {
    /** The answers, in a fixed order; there is always the same number of them. */
    List<Answer> of(CaseFile file);
  }

  /** Keeps copies, and refuses a field that says nothing about one of the frameworks. */
  public AuditField {
    events = List.copyOf(events);
    demands = List.copyOf(demands);
    if (demands.size() != Framework.values().length) {
      throw new IllegalArgumentException(id + " has " + demands.size() + " demands");
    }
  }

  /** What the ledger answers. */
  public List<Answer> answers(CaseFile file) {
    return source.of(file);
  }
}
