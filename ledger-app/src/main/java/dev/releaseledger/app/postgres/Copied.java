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
import java.util.stream.Collectors;

/** The relations of the copy that are there before the plan, by their OIDs. */
final class Copied {

  private final Map<Long, String> names = new HashMap<>();
  private final Map<Long, String> kinds = new HashMap<>();

  static Copied of(Connection connection) throws SQLException {
    Copied copied = new Copied();
    new Rows(connection)
        .each(
            "copied",
            row -> {
              copied.names.put(row.number("oid"), row.text("name"));
              copied.kinds.put(row.number("oid"), row.text("relkind"));
            });
    return copied;
  }

  boolean has(long oid) {
    return names.containsKey(oid);
  }

  boolean lacks(long oid) {
    return !has(oid);
  }

  /** Those that rows are in and that a session can lock. */
  List<String> tables() {
    return names.keySet().stream()
        .filter(oid -> Set.of("r", "p").contains(kinds.get(oid)))
        .map(this::name)
        .sorted()
        .toList();
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
