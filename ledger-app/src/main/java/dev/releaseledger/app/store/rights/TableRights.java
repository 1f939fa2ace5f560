package dev.releaseledger.app.store.rights;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the service may do with a table of the ledger's database. Each table is in one class. */
enum TableRights {
  /** Rows come and stay: what the ledger has recorded, and what proves it. */
  APPENDED(
      Set.of("SELECT", "INSERT"),
      "ledger_event",
      "artifact",
      "ledger_leaf",
      "ledger_sequence",
      "ledger_tile",
      "ledger_checkpoint",
      "ledger_anchor"),

  /** The account of the migrations is the owner's. */
  READ(Set.of("SELECT"), "ledger_migration"),

  /** Rows come, and go when they are erased; what one says is never another thing. */
  ERASED(Set.of("SELECT", "INSERT", "DELETE"), "free_text"),

  /** What is no record, or is recorded elsewhere as well. */
  CHANGED(
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE"),
      "ledger_snapshot",
      "projection_token",
      "projection_rebuild",
      "projection_verification",
      "actor",
      "actor_address",
      "actor_key",
      "access_token",
      "access_binding",
      "access_member",
      "notice_subscription",
      "notice_target",
      "notice_delivery",
      "notice_cursor",
      "anchor_round",
      "anchor_place"),

  /** Views: the service makes them anew, and drops the old ones, so they have to be its own. */
  OWNED(Set.of()) {
    @Override
    boolean has(String table) {
      return table.startsWith("view_");
    }
  };

  private final Set<String> privileges;
  private final List<String> tables;

  TableRights(Set<String> privileges, String... tables) {
    this.privileges = privileges;
    this.tables = List.of(tables);
  }

  /** Whether a table is in this class. */
  boolean has(String table) {
    return tables.contains(table);
  }

  /** What is granted to the service; nothing where it is the owner. */
  Set<String> privileges() {
    return privileges;
  }

  /** The tables that are named, whether they exist or not. */
  List<String> tables() {
    return tables;
  }

  /** The classes a table is in: one, unless somebody forgot it. */
  static List<TableRights> of(String table) {
    return Arrays.stream(values()).filter(it -> it.has(table)).toList();
  }
}
