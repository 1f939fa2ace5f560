package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.rehearsal.TakenLock;
import dev.releaseledger.domain.risk.cost.Lock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The relations of the copy that are there before the plan, by their OIDs. */
final class Copied {

  private final Map<Long, String> names = new HashMap<>();
  private final SortedSet<String> wholeTables = new TreeSet<>();
  private final SortedSet<String> leaves = new TreeSet<>();

  static Copied of(Connection connection) throws SQLException {
    Copied copied = new Copied();
    Rows.once(connection)
        .each(
            "copied",
            row -> {
              copied.names.put(row.number("oid"), row.text("name"));
              if (Set.of("r", "p").contains(row.text("relkind"))) {
                (row.flag("leaf") ? copied.leaves : copied.wholeTables).add(row.text("name"));
              }
            });
    return copied;
  }

  boolean has(long oid) {
    return names.containsKey(oid);
  }

  boolean lacks(long oid) {
    return !has(oid);
  }

  /** The other tables that a session can lock. */
  List<String> wholeTables() {
    return List.copyOf(wholeTables);
  }

  /** The partitions that have rows and that a session can lock. */
  List<String> leaves() {
    return List.copyOf(leaves);
  }

  List<String> names(Set<Long> oids) {
    return oids.stream().filter(this::has).map(this::name).sorted().toList();
  }

  List<String> known(Set<String> relations) {
    return relations.stream().filter(names.values()::contains).sorted().toList();
  }

  List<TakenLock> locks(Map<Long, Lock> modes) {
    return modes.entrySet().stream()
        .filter(lock -> has(lock.getKey()))
        .map(lock -> new TakenLock(name(lock.getKey()), lock.getValue().sql()))
        .sorted(Comparator.comparing(TakenLock::relation))
        .collect(Collectors.toUnmodifiableList());
  }

  private String name(long oid) {
    return names.getOrDefault(oid, "");
  }
}
