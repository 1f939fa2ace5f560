package dev.releaseledger.app.store.rights;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives each table, sequence and function of the ledger the owner it has to have, and the service
 * its privileges: as the owner, after every migration, and only where something has to change.
 *
 * <p>What is given to the owner is named one by one. A role may not get what the service has made
 * itself: a function of the service's that runs with its owner's rights would be a way to them.
 */
final class Granting {

  /** What migrations have made beside tables. */
  static final List<String> FUNCTIONS =
      List.of(
          "ledger_append_in_turn()",
          "ledger_event_at(text)",
          "ledger_release_of(text)",
          "ledger_rollout_of(text)",
          "ledger_leaf_of(ledger_event)",
          "ledger_add_leaves()",
          "ledger_refuse_when_frozen()",
          "ledger_append_only()");

  private static final String TABLES =
      """
      select c.relname, pg_get_userbyid(c.relowner),
        (select coalesce(string_agg(distinct
            a.privilege_type || case when a.is_grantable then '*' else '' end, ' '), '')
          from aclexplode(c.relacl) a where a.grantee = ?::regrole and a.grantee <> c.relowner),
        exists (select from aclexplode(c.relacl) a
          where a.grantee = 0 and a.privilege_type <> 'SELECT')
        or exists (select from pg_attribute p, aclexplode(p.attacl) a
          where p.attrelid = c.oid and a.grantee in (0, ?::regrole)
            and a.privilege_type <> 'SELECT')
      from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      order by 1
      """;

  private static final String SEQUENCES =
      """
      select s.relname, t.relname,
        (select coalesce(string_agg(distinct a.privilege_type, ' '), '')
          from aclexplode(s.relacl) a where a.grantee = ?::regrole and a.grantee <> s.relowner)
      from pg_class s
      join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid
        and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
      join pg_class t on t.oid = d.refobjid
      where s.relnamespace = current_schema()::regnamespace and s.relkind = 'S'
      order by 1
      """;

  private final Sql owner;
  private final String ownerRole;
  private final String service;
  private final String serviceId;

  private Granting(Sql owner, String ownerRole, String service) throws SQLException {
    this.owner = owner;
    this.ownerRole = ownerRole;
    this.service = service;
    this.serviceId = owner.text("select quote_ident(?)", service);
  }

  /** Does it on a connection of the owner, for the role of the service. */
  static void grant(Sql owner, String service) throws SQLException {
    String ownerRole = owner.text("select current_user");
    new Granting(owner, ownerRole, service).grant();
  }

  private void grant() throws SQLException {
    requireMembership();
    openSchema();
    for (List<String> row : owner.rows(TABLES, serviceId, serviceId)) {
      String table = row.get(0);
      for (TableRights rights : TableRights.of(table)) {
        boolean owned = rights == TableRights.OWNED;
        boolean moves = giveTo(owned ? service : ownerRole, table, row.get(1));
        // With the owner the privileges have changed as well.
        if (!owned && (moves || row.get(3).equals("t") || differ(rights, row.get(2)))) {
          allow(table, rights);
        }
      }
    }
    for (List<String> row : owner.rows(SEQUENCES, serviceId)) {
      boolean owned = TableRights.of(row.get(1)).contains(TableRights.OWNED);
      if (!owned && !row.get(2).equals("USAGE")) {
        owner.run("revoke all on sequence %I from %I, public", row.get(0), service);
        owner.run("grant usage on sequence %I to %I", row.get(0), service);
      }
    }
    takeFunctions();
  }

  /** The owner migrates tables of the service, and hands them over. */
  private void requireMembership() throws SQLException {
    if (!owner.holds("select pg_has_role(?, 'usage')", service)) {
      throw new RightsException(
          "The role %1$s owns the ledger's database and has to be a member of %2$s."
              .formatted(ownerRole, service),
          "grant %2$s to %1$s".formatted(ownerRole, service));
    }
  }

  /** The service makes schemas to build views in, and puts the views where the others are. */
  private void openSchema() throws SQLException {
    String database = owner.text("select current_database()");
    String schema = owner.text("select current_schema()");
    if (!owner.holds("select has_database_privilege(?, current_database(), 'create')", service)) {
      owner.run("grant create on database %I to %I", database, service);
      require(
          "select has_database_privilege(?, current_database(), 'create')",
          "make schemas in the database " + database,
          "grant create on database %s to %s".formatted(database, service));
    }
    for (String privilege : List.of("usage", "create")) {
      String question = "select has_schema_privilege(?, current_schema(), '" + privilege + "')";
      if (!owner.holds(question, service)) {
        owner.run("grant " + privilege + " on schema %I to %I", schema, service);
        require(
            question,
            "use the schema " + schema + " and make tables in it",
            "grant usage, create on schema %s to %s".formatted(schema, service));
      }
    }
  }

  /** A grant by somebody who may not grant is only a warning. */
  private void require(String question, String what, String remedy) throws SQLException {
    if (!owner.holds(question, service)) {
      throw new RightsException("The role %s has to %s.".formatted(service, what), remedy);
    }
  }

  private boolean giveTo(String role, String table, String present) throws SQLException {
    if (present.equals(role)) {
      return false;
    }
    owner.run("alter table %I owner to %I", table, role);
    return true;
  }

  private static boolean differ(TableRights rights, String granted) {
    Set<String> present = granted.isEmpty() ? Set.of() : Set.of(granted.split(" "));
    return !present.equals(rights.privileges());
  }

  private void allow(String table, TableRights rights) throws SQLException {
    owner.run("revoke all on table %I from %I", table, service);
    owner.run(
        "revoke insert, update, delete, truncate, references, trigger on table %I from public",
        table);
    String privileges = rights.privileges().stream().sorted().collect(Collectors.joining(", "));
    owner.run("grant " + privileges + " on table %I to %I", table, service);
  }

  private void takeFunctions() throws SQLException {
    for (String function : FUNCTIONS) {
      List<String> others =
          owner.texts(
              """
              select pg_get_userbyid(proowner) from pg_proc
              where oid = to_regprocedure(quote_ident(current_schema()) || '.' || ?)
                and proowner <> current_user::regrole
              """,
              function);
      if (!others.isEmpty()) {
        owner.run("alter function " + function + " owner to %I", ownerRole);
      }
    }
  }
}
