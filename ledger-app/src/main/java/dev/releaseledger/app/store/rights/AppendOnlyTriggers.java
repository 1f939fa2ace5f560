package dev.releaseledger.app.store.rights;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trigger that refuses changes of what is recorded, whoever makes them. An owner can take it
 * away; it is there for mistakes, and for a service that has to run as the owner.
 */
final class AppendOnlyTriggers {

  private static final Logger LOG = LoggerFactory.getLogger(AppendOnlyTriggers.class);

  /** The tables that exist, that this role may change, and how their triggers are. */
  private static final String STATES =
      """
      select c.relname,
        coalesce((select t.tgenabled::text from pg_trigger t
          where t.tgrelid = c.oid and t.tgname = 'append_only'), 'missing')
      from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and c.relname = any(string_to_array(?, ' '))
        and pg_has_role(c.relowner, 'usage')
      order by 1
      """;

  private AppendOnlyTriggers() {}

  /** Makes those that are missing, and turns on those that somebody turned off. */
  static void ensure(Sql owner) throws SQLException {
    String tables = String.join(" ", TableRights.APPENDED.tables());
    for (List<String> row : owner.rows(STATES, tables)) {
      String table = row.get(0);
      switch (row.get(1)) {
        case "A" -> {}
        case "missing" -> {
          owner.run(
              """
              create trigger append_only before update or delete or truncate on %I
              for each statement execute function ledger_append_only()
              """,
              table);
          alwaysOn(owner, table);
        }
        default -> {
          LOG.warn("the trigger that refuses changes of {} was turned off; it is on again", table);
          alwaysOn(owner, table);
        }
      }
    }
  }

  /** A session that poses as a replica does not get around it. */
  private static void alwaysOn(Sql owner, String table) throws SQLException {
    owner.run("alter table %I enable always trigger append_only", table);
  }
}
