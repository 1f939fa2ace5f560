package dev.releaseledger.app.store.rights;

import dev.releaseledger.app.port.AppendOnly;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the service's own role may do to what is recorded, as the server sees it: whatever was
 * granted, by whomever, and by whichever roles it is a member of.
 */
@Component
final class ServiceRights implements AppendOnly {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceRights.class);

  private static final String SUPERUSER =
      "select rolsuper from pg_roles where rolname = current_user";

  private static final String GAPS =
      """
      with recorded as (
        select c.oid, c.relname, c.relowner, c.relnamespace from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
          and c.relname = any(string_to_array(:tables, ' ')))
      select 1 as kind, 'it may act as the owner of ' || string_agg(relname, ', ' order by relname)
      from recorded where pg_has_role(relowner, 'member') having count(*) > 0
      union all
      select 2, 'it may ' || lower(p.name) || ' ' || string_agg(relname, ', ' order by relname)
      from recorded, unnest(array['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) p(name)
      where not pg_has_role(relowner, 'member')
        and (has_table_privilege(oid, p.name)
          or p.name = 'UPDATE' and has_any_column_privilege(oid, p.name))
      group by p.name
      union all
      select 3, 'it may act as the owner of the schema ' || nspname
      from pg_namespace where oid = current_schema()::regnamespace
        and pg_has_role(nspowner, 'member')
      union all
      select 4, 'it may act as the owner of the database ' || datname
      from pg_database where datname = current_database() and pg_has_role(datdba, 'member')
      union all
      select 5, 'it may make roles' from pg_roles where rolname = current_user and rolcreaterole
      union all
      select 6, 'it may act as ' || rolname from pg_roles
      where rolname in ('pg_execute_server_program', 'pg_write_server_files')
        and pg_has_role(oid, 'member')
      union all
      select 7, 'the trigger that refuses changes is not on for '
        || string_agg(relname, ', ' order by relname)
      from recorded where not exists (select from pg_trigger t
        where t.tgrelid = recorded.oid and t.tgname = 'append_only' and t.tgenabled = 'A')
      having count(*) > 0
      order by 1, 2
      """;

  private final JdbcClient jdbc;
  private final boolean held;

  ServiceRights(JdbcClient jdbc) {
    this.jdbc = jdbc;
    List<String> gaps = gaps();
    this.held = gaps.isEmpty();
    if (!held) {
      LOG.warn(
          "the database does not keep the role {} from changing what the ledger has recorded: {}."
              + " docs/database.md says how to give the tables an owner of their own",
          jdbc.sql("select current_user").query(String.class).single(),
          String.join("; ", gaps));
    }
  }

  @Override
  public boolean held() {
    return held;
  }

  @Override
  public List<String> gaps() {
    if (jdbc.sql(SUPERUSER).query(Boolean.class).single()) {
      return List.of("it is a superuser");
    }
    return jdbc.sql(GAPS)
        .param("tables", String.join(" ", TableRights.APPENDED.tables()))
        .query((row, number) -> row.getString(2))
        .list();
  }
}
