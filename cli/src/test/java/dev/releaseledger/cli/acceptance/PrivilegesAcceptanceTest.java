package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Privileges where a service governs them: declared, planned, applied and checked for drift. */
class PrivilegesAcceptanceTest extends AcceptanceTest {

  private static final String ORDERS = "create table orders (id int primary key, note text);\n";
  private static final String GRANTS =
      "grant select, update (note) on orders to pg_monitor;\n"
          + "alter default privileges grant select on tables to pg_monitor;\n";

  @Override
  LedgerUnderTest ledger() {
    return LedgerUnderTest.governing();
  }

  @Test
  void grants_are_planned_applied_and_taken_back() {
    Database dev = environment("dev");
    repository.declare(ORDERS + GRANTS);

    ledgerctl("plan --env dev --ref main")
        .exits(0)
        .prints("GRANT SELECT ON TABLE public.orders TO pg_monitor")
        .prints("GRANT UPDATE (note) ON TABLE public.orders TO pg_monitor")
        .prints("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor");
    assertThat(granted(dev)).containsExactly("f");

    release("dev", "main");
    assertThat(granted(dev)).containsExactly("t");
    assertThat(byDefault(dev)).containsExactly("pg_monitor");
    ledgerctl("drift check --env dev").exits(0);

    repository.declare(ORDERS);
    ledgerctl("apply --only schema --env dev --ref main").exits(4).says("--force");
    assertThat(granted(dev)).containsExactly("t");
    ledgerctl("apply --only schema --env dev --ref main --force").exits(0);
    assertThat(granted(dev)).containsExactly("f");
    assertThat(byDefault(dev)).isEmpty();
  }

  @Test
  void what_others_grant_and_revoke_is_drift() {
    Database dev = environment("dev");
    release("dev", repository.declare(ORDERS + GRANTS));

    dev.execute("revoke select on orders from pg_monitor");
    ledgerctl("drift check --env dev")
        .exits(3)
        .prints("missing privileges on table public.orders to pg_monitor");
    dev.execute("grant select, update (note) on orders to pg_monitor");
    ledgerctl("drift check --env dev").exits(0);

    dev.execute("alter default privileges revoke select on tables from pg_monitor");
    ledgerctl("drift check --env dev")
        .exits(3)
        .prints("privileges on default privileges ON TABLES");
    dev.execute("alter default privileges grant select on tables to pg_monitor");
    dev.execute("grant delete on orders to public");
    ledgerctl("apply --only schema --env dev --ref main")
        .exits(3)
        .says("privileges on table public.orders to PUBLIC");
  }

  private static List<String> granted(Database database) {
    return database.query(
        "select coalesce(has_table_privilege('pg_monitor', to_regclass('public.orders'), 'SELECT')"
            + " and has_column_privilege('pg_monitor', to_regclass('public.orders'), 'note',"
            + " 'UPDATE'), false)::text::\"char\"");
  }

  private static List<String> byDefault(Database database) {
    return database.query(
        "select grantee::regrole::text from pg_default_acl, aclexplode(defaclacl)"
            + " where grantee <> defaclrole");
  }
}
