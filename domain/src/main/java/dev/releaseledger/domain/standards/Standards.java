package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.plan.Severity;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The standards of a project.
 *
 * @param rules what is asked, by the slug of the rule
 * @param exempt what no rule looks at: tables, or parts of tables
 */
public record Standards(SortedMap<String, Standard> rules, List<String> exempt) {

  /** The standards of a project that has none. */
  public static final Standards NONE = new Standards(new TreeMap<>(), List.of());

  public Standards {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    exempt = List.copyOf(exempt);
  }

  /** How many rules have something to say. */
  public int asked() {
    return (int) rules.values().stream().filter(it -> it.severity() != Severity.OFF).count();
  }

  /** What is asked of a rule; nothing, where the project does not say. */
  public Standard of(String rule) {
    return rules.getOrDefault(rule, Standard.of(Severity.OFF));
  }
}
