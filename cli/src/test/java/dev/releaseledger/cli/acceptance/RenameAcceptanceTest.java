package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renames that are declared keep the rows, and are done once. */
class RenameAcceptanceTest extends AcceptanceTest {

  private static final String CUSTOMER =
      "create table customer (\n"
          + "  id int generated always as identity primary key,\n"
          + "  name text\n"
          + ");";
  private static final String CUSTOMERS =
      "-- ledger:renamed-from customer\ncreate table customers (\n"
          + "  id int generated always as identity primary key,\n"
          + "  full_name text not null -- ledger:renamed-from name\n);";

  @SuppressWarnings("NullAway.Init")
  private Database dev;

  @BeforeEach
  void start() {
    dev = environment("dev");
    release("dev", repository.declare(CUSTOMER));
    dev.execute("insert into customer (name) values ('Ada'), ('Grace')");
  }

  @Test
  void rows_stay_and_a_database_that_never_had_the_old_name_is_no_matter() {
    repository.declare(CUSTOMERS);

    ledgerctl("plan --env dev --ref main").exits(0).prints("rename table public.customer");
    ledgerctl("apply --only schema --env dev --ref main --force").exits(0);

    assertThat(dev.query("select full_name from customers order by 1"))
        .containsExactly("Ada", "Grace");
    ledgerctl("apply --only schema --env dev --ref main").exits(0);
    environment("new");
    release("new", "main");
  }

  @Test
  void rows_are_counted_under_the_names_they_have() {
    dev.execute("insert into customer (name) values (null)");
    repository.declare(CUSTOMERS);

    ledgerctl("apply --only schema --env dev --ref main")
        .exits(4)
        .says("column public.customers.full_name: 1 row where full_name is NULL");
  }

  @Test
  void a_table_that_goes_says_how_many_rows_go_with_it() {
    repository.declare("create table other (id int primary key);");

    ledgerctl("plan --env dev --ref main")
        .exits(0)
        .prints("rows-lost", "table public.customer: 2 rows going with it");
  }
}
