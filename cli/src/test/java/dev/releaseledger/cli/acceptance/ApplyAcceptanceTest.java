package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a commit to a release, and every way in which that must not happen. */
class ApplyAcceptanceTest extends AcceptanceTest {

  private static final String ORDERS = "create table orders (id int primary key, note text);\n";
  private static final String WITHOUT_NOTE = "create table orders (id int primary key);\n";

  @SuppressWarnings("NullAway.Init")
  private Database dev;

  @SuppressWarnings("NullAway.Init")
  private String first;

  @BeforeEach
  void firstRelease() {
    dev = environment("dev");
    first = release("dev", repository.declare(ORDERS));
  }

  @Test
  void k01_a_dry_run_prints_the_statements_and_changes_nothing() {
    repository.commit(
        Map.of(
            "schema/schema.sql",
            "create table orders (id int primary key, note text, paid_at date);",
            "schema/payments.sql",
            "create table payments (id int primary key);"));
    Standing before = standing("dev");

    ledgerctl("apply --only schema --dry-run --env dev --ref main")
        .exits(0)
        .prints("CREATE TABLE public.payments", "ADD COLUMN paid_at date", "nothing was changed");

    assertThat(standing("dev")).isEqualTo(before);
  }

  @Test
  void k02_a_safe_apply_makes_the_database_equal_and_advances_the_release() {
    String ref = repository.declare(ORDERS + "create table payments (id int primary key);");

    Outcome applied = ledgerctl("apply --only schema --env dev --ref " + ref).exits(0);

    applied.prints("releaseId: " + current("dev"));
    assertThat(current("dev")).isNotEqualTo(first);
    assertThat(dev.columns())
        .containsExactly(
            "orders.id integer not null", "orders.note text", "payments.id integer not null");
    ledgerctl("drift check --env dev").exits(0);
    assertThat(ledgerctl("release current --env dev --format json").json().path("ref").asText())
        .isEqualTo(ref);
  }

  @Test
  void k02_the_branch_that_was_asked_for_is_recorded_as_its_commit() {
    String ref = repository.declare(ORDERS + "create table payments (id int primary key);");

    ledgerctl("apply --only schema --env dev --ref main").exits(0);

    assertThat(rollout("dev").path("ref").asText()).isEqualTo(ref);
  }

  @Test
  void k03_the_same_ref_again_has_nothing_to_do_and_is_the_same_release() {
    Standing before = standing("dev");

    ledgerctl("apply --only schema --env dev --ref main")
        .exits(0)
        .prints("Nothing to do", "releaseId: " + first + " (reused)");

    assertThat(standing("dev")).isEqualTo(before);
  }

  @Test
  void k04_a_dropped_column_needs_force() {
    repository.declare(WITHOUT_NOTE);
    Standing before = standing("dev");

    ledgerctl("apply --only schema --env dev --ref main")
        .exits(4)
        .says("drop column public.orders.note", "requires --force");

    assertThat(standing("dev")).isEqualTo(before);
    awaitLast("dev", "apply-refused");
  }

  @Test
  void k04_a_dry_run_labels_what_needs_force_and_ends_well() {
    repository.declare(WITHOUT_NOTE);
    Standing before = standing("dev");

    ledgerctl("apply --only schema --dry-run --env dev --ref main")
        .exits(0)
        .prints("drop column public.orders.note", "requires --force");

    assertThat(standing("dev")).isEqualTo(before);
  }

  @Test
  void k05_force_drops_the_column_and_advances_the_release() {
    repository.declare(WITHOUT_NOTE);

    ledgerctl("apply --only schema --env dev --ref main --force")
        .exits(0)
        .prints("releaseId: rel_");

    assertThat(dev.columns()).containsExactly("orders.id integer not null");
    assertThat(current("dev")).isNotEqualTo(first);
    assertThat(rollout("dev").path("forced").asBoolean()).isTrue();
  }

  @Test
  void k06_not_null_needs_force() {
    repository.declare("create table orders (id int primary key, note text not null);");
    Standing before = standing("dev");

    ledgerctl("apply --only schema --env dev --ref main")
        .exits(4)
        .says("public.orders.note", "requires --force");

    assertThat(standing("dev")).isEqualTo(before);
  }

  @Test
  void k06_not_null_over_a_null_fails_and_is_rolled_back_whole() {
    dev.execute("insert into orders values (1, null)");
    repository.declare(
        "create table orders (id int primary key, note text not null, paid_at date);"
            + "create table payments (id int primary key);");
    var before = dev.objects();

    ledgerctl("apply --only schema --env dev --ref main --force")
        .exits(1)
        .prints("failed", "SQLSTATE 23514", "is violated by some row", "rolled back");

    assertThat(dev.objects()).isEqualTo(before);
    assertThat(current("dev")).isEqualTo(first);
    JsonNode failure = rollout("dev").path("failure");
    assertThat(failure.path("sqlState").asText()).isEqualTo("23514");
    assertThat(failure.path("sql").asText()).containsIgnoringCase("validate constraint");
    assertThat(failure.path("takenBack").toString()).isEqualTo("[1]");
    assertThat(rollout("dev").path("status").asText()).isEqualTo("failed");
    assertThat(rollout("dev").path("statements")).hasSize(1);
  }

  @Test
  void k06_what_failed_goes_through_once_the_data_is_right() {
    dev.execute("insert into orders values (1, null)");
    repository.declare("create table orders (id int primary key, note text not null);");
    ledgerctl("apply --only schema --env dev --ref main --force").exits(1);
    dev.execute("update orders set note = ''");

    ledgerctl("apply --only schema --env dev --ref main --force")
        .exits(0)
        .prints("releaseId: rel_");

    assertThat(dev.columns()).contains("orders.note text not null");
  }

  @Test
  void k07_text_to_int_is_refused_even_with_force() {
    repository.declare("create table orders (id int primary key, note int);");
    Standing before = standing("dev");

    ledgerctl("apply --only schema --env dev --ref main --force")
        .exits(4)
        .says("public.orders.note", "from text to integer");

    assertThat(standing("dev")).isEqualTo(before);
  }

  @Test
  void k08_a_required_column_without_default_needs_force() {
    repository.declare(ORDERS.replace(");", ", total int not null);"));
    Standing before = standing("dev");

    ledgerctl("apply --only schema --env dev --ref main")
        .exits(4)
        .says("public.orders.total", "requires --force");

    assertThat(standing("dev")).isEqualTo(before);
  }

  @Test
  void k08_a_required_column_over_rows_fails_and_is_rolled_back() {
    dev.execute("insert into orders values (1, 'first')");
    repository.declare(ORDERS.replace(");", ", total int not null);"));

    ledgerctl("apply --only schema --env dev --ref main --force").exits(1).prints("SQLSTATE 23502");

    assertThat(dev.columns()).containsExactly("orders.id integer not null", "orders.note text");
    assertThat(current("dev")).isEqualTo(first);
  }

  @Test
  void k09_a_foreign_key_over_orphans_is_refused_with_their_number() {
    String both = ORDERS + "create table lines (order_id int);";
    release("dev", repository.declare(both));
    dev.execute("insert into lines values (707070707), (78)");
    repository.declare(both.replace("order_id int", "order_id int references orders"));
    Standing before = standing("dev");

    ledgerctl("plan --env dev --ref main")
        .exits(0)
        .prints("rows-violate", "2 rows referring to no row of public.orders");
    ledgerctl("apply --only schema --env dev --ref main")
        .exits(4)
        .says("Rows would violate", "2 rows referring to no row of public.orders");

    assertThat(standing("dev")).isEqualTo(before);
    awaitLast("dev", "apply-refused");
    assertThat(timeline("dev").toString()).doesNotContain("707070707");
  }

  @Test
  void k09_a_foreign_key_over_orphans_fails_with_force_and_makes_no_release() {
    String both = ORDERS + "create table lines (order_id int);";
    release("dev", repository.declare(both));
    String second = current("dev");
    dev.execute("insert into lines values (77)");
    repository.declare(both.replace("order_id int", "order_id int references orders"));
    var before = dev.objects();

    ledgerctl("apply --only schema --env dev --ref main --force")
        .exits(1)
        .prints("SQLSTATE 23503", "violates foreign key constraint");

    assertThat(dev.objects()).isEqualTo(before);
    assertThat(current("dev")).isEqualTo(second);
    assertThat(events("dev")).endsWith("apply-failed");
  }

  @Test
  void a_mixed_plan_with_one_step_that_needs_force_executes_nothing() {
    repository.declare(WITHOUT_NOTE + "create table payments (id int primary key);");
    Standing before = standing("dev");

    ledgerctl("apply --only schema --env dev --ref main").exits(4);

    assertThat(standing("dev")).isEqualTo(before);
  }

  @Test
  void a_mixed_plan_with_one_unsupported_step_executes_nothing_even_with_force() {
    repository.declare(
        "create table orders (id int primary key, note int);"
            + "create table payments (id int primary key);");
    Standing before = standing("dev");

    ledgerctl("apply --only schema --env dev --ref main --force").exits(4);

    assertThat(standing("dev")).isEqualTo(before);
  }

  @Test
  void a_later_stage_that_fails_leaves_the_earlier_one_recorded_and_the_next_apply_goes_on() {
    String typed = "create type mood as enum ('sad');\n" + ORDERS;
    release("dev", repository.declare(typed));
    String second = current("dev");
    dev.execute("insert into orders values (1, null)");
    repository.declare(
        "create type mood as enum ('sad', 'glad');\n"
            + "create table orders (id int primary key, note text not null);");

    ledgerctl("apply --only schema --env dev --ref main --force").exits(1).prints("SQLSTATE 23514");

    assertThat(rollout("dev").path("statements")).hasSize(2);
    assertThat(current("dev")).isEqualTo(second);
    dev.execute("update orders set note = ''");
    ledgerctl("apply --only schema --env dev --ref main --force")
        .exits(0)
        .prints("releaseId: rel_");
    assertThat(dev.query("select unnest(enum_range(null::mood))::text"))
        .containsExactly("sad", "glad");
  }

  @Test
  void k17_an_unreachable_database_ends_with_69_and_no_release() {
    ledgerctl("env create --env far --url jdbc:postgresql://127.0.0.1:1/nowhere").exits(0);

    ledgerctl("apply --only schema --env far --ref main")
        .exits(69)
        .says("jdbc:postgresql://127.0.0.1:1/nowhere cannot be reached");

    ledgerctl("release current --env far").exits(1).says("no release");
    awaitLast("far", "apply-refused");
    assertThat(events("far")).containsExactly("environment-created", "apply-refused");
  }
}
