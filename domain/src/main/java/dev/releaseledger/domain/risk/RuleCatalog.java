package dev.releaseledger.domain.risk;

import java.util.SortedSet;
import java.util.TreeSet;

/** The slugs of all rules, so that documentation can be held to them. */
public final class RuleCatalog {

  private RuleCatalog() {}

  /** All slugs, sorted. */
  public static SortedSet<String> slugs() {
    SortedSet<String> slugs = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      slugs.add(rule.slug());
    }
    return slugs;
  }
}
