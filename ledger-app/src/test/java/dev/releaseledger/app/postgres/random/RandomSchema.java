package dev.releaseledger.app.postgres.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Declares random schemas out of few names, so that two of them have much in common and differ in
 * everything else. The same seed gives the same statements.
 */
public final class RandomSchema {

  /** What most other families build on. */
  private static final Set<String> ALWAYS = Set.of("types", "routines", "tables", "views");

  private static final int OTHERS = 5;

  /** In an order in which their statements can be run. */
  private static final Map<String, Family> FAMILIES = families();

  private RandomSchema() {}

  private static Map<String, Family> families() {
    Map<String, Family> all = new LinkedHashMap<>();
    all.put("types", new Types());
    all.put("collations", new Collations());
    all.put("routines", new Routines());
    all.put("ranges", new Ranges());
    all.put("operators", new Operators());
    all.put("search", new TextSearch());
    all.put("machinery", new Machinery());
    all.put("extensions", new Extensions());
    all.put("tables", new Tables());
    all.put("typed", new TypedTables());
    all.put("inheritance", new Inheritance());
    all.put("partitions", new Partitions());
    all.put("foreign", new ForeignData());
    all.put("keys", new Constraints());
    all.put("storage", new Storage());
    all.put("identities", new ReplicaIdentities());
    all.put("statistics", new StatisticsObjects());
    all.put("aggregates", new Aggregates());
    all.put("casts", new Casts());
    all.put("uses", new Uses());
    all.put("views", new Views());
    all.put("rules", new Rules());
    all.put("policies", new RowPolicies());
    all.put("publications", new Publications());
    all.put("events", new EventTriggers());
    all.put("grants", new Grants());
    return all;
  }

  /** Whether this pair is one whose privileges are governed. */
  public static boolean governed(long pair) {
    return drawn(pair).contains("grants");
  }

  /** The statements of the first schema of a pair, in an order in which they can be run. */
  public static List<String> before(long pair, int version) {
    return statements(pair, pair, version);
  }

  /** The statements of the second schema of a pair; what it draws anew is drawn, too. */
  public static List<String> after(long pair, int version) {
    return statements(pair, ~pair, version);
  }

  private static List<String> statements(long pair, long seed, int version) {
    Set<String> drawn = drawn(pair);
    Random same = new Random(pair);
    Draw draw = new Draw(seed, version);
    FAMILIES.forEach((name, family) -> {
      long its = same.nextInt(3) == 0 ? pair : seed;
      if (drawn.contains(name)) {
        family.draw(draw.seeded(its, name));
      }
    });
    return draw.statements();
  }

  /** A few families for each pair: all at once would take a plan too long. */
  static Set<String> drawn(long pair) {
    String given = System.getenv("LEDGER_FAMILIES");
    Set<String> drawn = new TreeSet<>(ALWAYS);
    if (given != null) {
      drawn.addAll(List.of(given.split(",")));
      return drawn;
    }
    List<String> others = new ArrayList<>(FAMILIES.keySet());
    others.removeAll(ALWAYS);
    Collections.shuffle(others, new Random(pair));
    drawn.addAll(others.subList(0, OTHERS));
    return drawn;
  }

  /** The same statements in another order in which they may or may not run. */
  public static List<String> shuffled(List<String> statements, long seed) {
    List<String> other = new ArrayList<>(statements);
    other.removeAll(last(statements));
    Collections.shuffle(other, new Random(seed));
    return other;
  }

  /** Those that stay last: what default privileges do depends on what comes after them. */
  public static List<String> last(List<String> statements) {
    return statements.stream().filter(it -> it.startsWith("ALTER DEFAULT PRIVILEGES")).toList();
  }
}
