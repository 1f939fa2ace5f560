package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.document.Choice;
import dev.releaseledger.domain.plan.Severity;
import java.util.List;

/**
 * What a project asks of one rule.
 *
 * @param severity how much it minds
 * @param patterns how names are made, any of them, or none where that is free
 * @param letters which letters names have
 * @param number whether names say one or many
 * @param exempt what the rule does not look at: tables, or parts of tables
 */
public record Standard(
    Severity severity,
    List<String> patterns,
    Letters letters,
    GrammaticalNumber number,
    List<String> exempt) {

  /** Which letters names have. */
  public enum Letters implements Choice {
    /** Small ones, with digits and underscores. */
    SNAKE_CASE,
    ANY
  }

  /** Whether the last word of a name says one or many. */
  public enum GrammaticalNumber implements Choice {
    SINGULAR,
    PLURAL,
    ANY
  }

  public Standard {
    patterns = List.copyOf(patterns);
    exempt = List.copyOf(exempt);
  }

  /** A standard that asks nothing in particular of names, and has no exemptions. */
  static Standard of(Severity severity) {
    return new Standard(severity, List.of(), Letters.ANY, GrammaticalNumber.ANY, List.of());
  }

  /** A standard about names in snake case, made after any of these patterns. */
  static Standard named(Severity severity, String... patterns) {
    return new Standard(
        severity, List.of(patterns), Letters.SNAKE_CASE, GrammaticalNumber.ANY, List.of());
  }

  Standard counting(GrammaticalNumber wanted) {
    return new Standard(severity, patterns, letters, wanted, exempt);
  }
}
