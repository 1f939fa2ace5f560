package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a plan does, as far as gates ask for it.
 *
 * @param tables the tables it makes, changes or takes away, {@code public.t}
 * @param destructive the steps that take something away, in words
 * @param irreversible the steps that nothing takes back without a loss, in words
 * @param emptied the rows that go with each table or column that is taken away, as far as there are
 *     any; -1 where nobody knows
 * @param blocking the steps that keep others waiting, in words
 * @param rehearsedMillis how long the steps ran in the rehearsal
 */
public record Impact(
    SortedSet<String> tables,
    List<String> destructive,
    List<String> irreversible,
    SortedMap<String, Long> emptied,
    List<String> blocking,
    long rehearsedMillis) {

  /** Of a plan that does nothing. */
  public static final Impact NONE =
      new Impact(new TreeSet<>(), List.of(), List.of(), new TreeMap<>(), List.of(), 0);

  /**
   * What the plan of one database does.
   *
   * @param base the schema of the database, with declared renames done
   * @param rows how many rows a table has, as far as that is known
   */
  public static Impact of(
      Schema base, Schema target, SchemaPlan plan, Function<String, OptionalLong> rows) {
    return Impacts.of(base, target, plan, rows);
  }

  /** What it does together with what another does. */
  public Impact and(Impact other) {
    SortedSet<String> bothTables = new TreeSet<>(tables);
    bothTables.addAll(other.tables);
    SortedMap<String, Long> bothEmptied = new TreeMap<>(emptied);
    bothEmptied.putAll(other.emptied);
    return new Impact(
        bothTables,
        both(destructive, other.destructive),
        both(irreversible, other.irreversible),
        bothEmptied,
        both(blocking, other.blocking),
        rehearsedMillis + other.rehearsedMillis);
  }

  /** The same, of these tables. */
  public Impact touching(SortedSet<String> touched) {
    return new Impact(touched, destructive, irreversible, emptied, blocking, rehearsedMillis);
  }

  /** The same, once it was rehearsed. */
  public Impact rehearsed(long millis) {
    return new Impact(tables, destructive, irreversible, emptied, blocking, millis);
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  public Impact {
    tables = Collections.unmodifiableSortedSet(new TreeSet<>(tables));
    destructive = List.copyOf(destructive);
    irreversible = List.copyOf(irreversible);
    emptied = Collections.unmodifiableSortedMap(new TreeMap<>(emptied));
    blocking = List.copyOf(blocking);
  }
}
