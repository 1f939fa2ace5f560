package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.applying.Point;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What happens when a database was changed by somebody else. */
@Isolated("what interferes with an apply would interfere with any")
class DriftAcceptanceTest extends AcceptanceTest {

  private static final String ORDERS = "create table orders (id int primary key, note text);\n";
  private static final String PAYMENTS = "create table payments (id int primary key);\n";

  @Test
  void k10_a_column_added_by_hand_stops_the_next_apply() {
    Database dev = environment("dev");
    String first = release("dev", repository.declare(ORDERS));
    dev.execute("alter table orders add column hotfix int");
    repository.declare(ORDERS + PAYMENTS);
    var before = dev.catalogRows();

    ledgerctl("apply --only schema --env dev --ref main")
        .exits(3)
        .says("orders.hotfix", "Nothing was executed");

    assertThat(dev.catalogRows()).isEqualTo(before);
    assertThat(current("dev")).isEqualTo(first);
    awaitLast("dev", "apply-refused");
    assertThat(events("dev")).contains("drift-detected");
  }

  @Test
  void k10_force_does_not_drop_what_others_added() {
    Database dev = environment("dev");
    String ref = repository.declare(ORDERS);
    release("dev", ref);
    dev.execute("create table other_tool_history (id int)");

    ledgerctl("apply --only schema --force --env dev --ref " + ref)
        .exits(3)
        .says("other_tool_history");

    assertThat(dev.columns()).contains("other_tool_history.id integer");
  }

  @Test
  void k10_a_column_added_by_hand_stops_a_promotion() {
    environment("dev");
    Database prod = environment("prod");
    String first = repository.declare(ORDERS);
    release("dev", first);
    String kept = release("prod", first);
    prod.execute("alter table orders add column hotfix int");

    ledgerctl("release promote --from dev --to prod").exits(4).says("orders.hotfix");

    assertThat(current("prod")).isEqualTo(kept);
  }

  @Test
  void the_full_shape_is_compared_not_only_names() {
    Database dev = environment("dev");
    release("dev", repository.declare(ORDERS));

    dev.execute("alter table orders alter column note set default 'x'");
    ledgerctl("drift check --env dev").exits(3).prints("orders.note");

    dev.execute("alter table orders alter column note drop default");
    ledgerctl("drift check --env dev").exits(0);
    dev.execute("alter table orders alter column note type varchar(10)");
    ledgerctl("drift check --env dev").exits(3).prints("orders.note");
  }

  @Test
  void drift_that_is_undone_lets_the_apply_through() {
    Database dev = environment("dev");
    release("dev", repository.declare(ORDERS));
    dev.execute("alter table orders add column hotfix int");
    repository.declare(ORDERS + PAYMENTS);
    ledgerctl("apply --only schema --env dev --ref main").exits(3);
    dev.execute("alter table orders drop column hotfix");

    ledgerctl("apply --only schema --env dev --ref main").exits(0).prints("releaseId: rel_");

    assertThat(events("dev")).containsSubsequence("drift-detected", "drift-resolved");
  }

  @Test
  void drift_that_is_declared_is_adopted_as_the_release_of_its_commit() {
    Database dev = environment("dev");
    release("dev", repository.declare(ORDERS));
    dev.execute("alter table orders add column hotfix int");
    String ref = repository.declare(ORDERS.replace(");", ", hotfix int);"));

    ledgerctl("env baseline --env dev --ref " + ref).exits(0);

    ledgerctl("drift check --env dev").exits(0);
    assertThat(ledgerctl("release current --env dev --format json").json().path("ref").asText())
        .isEqualTo(ref);
  }

  @Test
  void drift_during_the_apply_blocks_the_release_until_it_is_undone() {
    Database dev = environment("dev");
    String first = release("dev", repository.declare(ORDERS));
    repository.declare(ORDERS + PAYMENTS);
    Interference.onceAt(
        project, Point.COMMITTED, () -> dev.execute("create table intruder (id int)"));

    ledgerctl("apply --only schema --env dev --ref main").exits(3).prints("drifted");

    assertThat(current("dev")).isEqualTo(first);
    String rollout = rollout("dev").path("id").asText();
    ledgerctl("rollout resume " + rollout).exits(3).says("intruder");
    assertThat(current("dev")).isEqualTo(first);

    dev.execute("drop table intruder");
    ledgerctl("rollout resume " + rollout).exits(0).prints("releaseId: rel_");
    assertThat(current("dev")).isNotEqualTo(first);
    assertThat(events("dev")).endsWith("drift-resolved", "drift-check-passed", "release-advanced");
  }

  @Test
  void drift_during_the_apply_is_released_by_the_same_apply_once_it_is_undone() {
    Database dev = environment("dev");
    release("dev", repository.declare(ORDERS));
    repository.declare(ORDERS + PAYMENTS);
    Interference.onceAt(
        project, Point.COMMITTED, () -> dev.execute("create table intruder (id int)"));
    ledgerctl("apply --only schema --env dev --ref main").exits(3);
    dev.execute("drop table intruder");

    ledgerctl("apply --only schema --env dev --ref main").exits(0).prints("releaseId: rel_");

    assertThat(events("dev").stream().filter("statement-applied"::equals)).hasSize(4);
  }

  @Test
  void k18_one_drifted_database_of_two_blocks_the_release_of_both() {
    repository.commit(Map.of("main/a.sql", ORDERS, "audit/a.sql", "create table log (id int);"));
    String two = project + "-two";
    ledgerctl(
            "project create --repo repository --connection main=main --connection audit=audit"
                + " --project "
                + two)
        .exits(0);
    ledgerctl(
            "env create --project %1$s --env dev --url main=embedded:%2$s_m --url audit=embedded:%2$s_a"
                .formatted(two, project))
        .exits(0);
    String apply = "apply --only schema --env dev --ref main --project " + two;
    ledgerctl(apply).exits(0);
    Database main = LEDGER.database(project + "_m");
    Database audit = LEDGER.database(project + "_a");
    audit.execute("alter table log add column hotfix int");
    repository.commit(Map.of("main/b.sql", PAYMENTS));
    var before = main.catalogRows();

    ledgerctl(apply).exits(3).says("audit", "log.hotfix");

    assertThat(main.catalogRows()).isEqualTo(before);
    audit.execute("alter table log drop column hotfix");
    ledgerctl(apply).exits(0).prints("releaseId: rel_");
    assertThat(main.columns()).contains("payments.id integer not null");
  }

  @Test
  void a_database_that_was_there_before_has_to_be_adopted_first() {
    Database dev = environment("dev");
    dev.execute(ORDERS);
    String ref = repository.declare(ORDERS + PAYMENTS);

    ledgerctl("plan --env dev --ref " + ref).exits(4).says("ledgerctl env baseline");
    ledgerctl("apply --only schema --force --env dev --ref " + ref).exits(4);
    assertThat(dev.columns()).noneMatch(column -> column.startsWith("payments"));

    ledgerctl("env baseline --env dev --reason 'as found'").exits(0);
    ledgerctl("plan --env dev --ref " + ref).exits(0).prints("create table public.payments");
    ledgerctl("apply --only schema --env dev --ref " + ref).exits(0);
    assertThat(dev.columns()).contains("orders.note text", "payments.id integer not null");
  }
}
