package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The release pointer: where it stands, and what moves it. */
class ReleaseAcceptanceTest extends AcceptanceTest {

  private static final String ORDERS = "create table orders (id int primary key);\n";
  private static final String PAYMENTS = "create table payments (id int primary key);\n";

  @Test
  void k12_promotion_moves_the_pointer_where_the_schema_matches_and_executes_nothing() {
    environment("dev");
    String release = release("dev", repository.declare(ORDERS));
    Database prod = environment("prod");
    prod.execute(ORDERS);
    ledgerctl("env baseline --env prod").exits(0);
    assertThat(current("prod")).isNotEqualTo(release);
    var before = prod.catalogRows();

    ledgerctl("release promote --from dev --to prod").exits(0).prints(release);

    assertThat(current("prod")).isEqualTo(release);
    assertThat(prod.catalogRows()).isEqualTo(before);
    assertThat(events("prod")).doesNotContain("stage-started", "statement-applied");
  }

  @Test
  void k13_promotion_to_an_environment_that_was_not_applied_is_a_conflict() {
    environment("dev");
    release("dev", repository.declare(ORDERS));
    Database prod = environment("prod");

    Outcome refused = ledgerctl("release promote --from dev --to prod --format json").exits(4);

    assertThat(refused.problem().path("status").asInt()).isEqualTo(409);
    assertThat(refused.problem().path("detail").asText()).contains("table public.orders");
    ledgerctl("release current --env prod").exits(1);
    assertThat(prod.columns()).isEmpty();
  }

  @Test
  void k13_promotion_to_a_drifted_environment_is_a_conflict_and_the_pointer_stays() {
    environment("dev");
    Database prod = environment("prod");
    String first = repository.declare(ORDERS);
    release("dev", first);
    String kept = release("prod", first);
    release("dev", repository.declare(ORDERS + PAYMENTS));
    prod.execute("create table payments (id bigint primary key)");

    Outcome refused = ledgerctl("release promote --from dev --to prod --format json").exits(4);

    assertThat(refused.problem().path("status").asInt()).isEqualTo(409);
    assertThat(current("prod")).isEqualTo(kept);
  }

  @Test
  void k14_rollback_moves_the_pointer_only() {
    Database dev = environment("dev");
    String first = release("dev", repository.declare(ORDERS));
    release("dev", repository.declare(ORDERS + PAYMENTS));
    var before = dev.catalogRows();

    ledgerctl("release rollback --env dev --to-release-id " + first + " --reason 'not yet'")
        .exits(0);

    assertThat(current("dev")).isEqualTo(first);
    assertThat(dev.catalogRows()).isEqualTo(before);
    assertThat(events("dev")).endsWith("release-advanced");
  }

  @Test
  void k14_rollback_to_an_unknown_release_is_not_found() {
    environment("dev");
    String first = release("dev", repository.declare(ORDERS));

    Outcome refused =
        ledgerctl("release rollback --env dev --to-release-id rel_unknown --reason x --format json")
            .exits(1);

    assertThat(refused.problem().path("status").asInt()).isEqualTo(404);
    assertThat(current("dev")).isEqualTo(first);
  }

  @Test
  void after_a_rollback_the_next_apply_goes_on_from_what_the_database_is() {
    Database dev = environment("dev");
    String first = release("dev", repository.declare(ORDERS));
    String second = repository.declare(ORDERS + PAYMENTS);
    String release = release("dev", second);
    ledgerctl("release rollback --env dev --to-release-id " + first + " --reason 'not yet'")
        .exits(0);
    var before = dev.catalogRows();

    assertThat(release("dev", second)).isEqualTo(release);

    assertThat(current("dev")).isEqualTo(release);
    assertThat(dev.catalogRows()).isEqualTo(before);
  }

  @Test
  void k15_an_environment_without_a_release_says_so() {
    environment("dev");

    Outcome missing = ledgerctl("release current --env dev --format json").exits(1);

    assertThat(missing.problem().path("status").asInt()).isEqualTo(404);
    assertThat(missing.problem().path("type").asText()).isEqualTo("/problems/no-release");
    ledgerctl("release current --env dev")
        .exits(1)
        .says("has no release", "ledgerctl env baseline");
  }

  @Test
  void k20_releases_are_listed_newest_first_with_ids_refs_and_times() {
    environment("dev");
    String firstRef = repository.declare(ORDERS);
    String first = release("dev", firstRef);
    String secondRef = repository.declare(ORDERS + PAYMENTS);
    String second = release("dev", secondRef);

    JsonNode items =
        ledgerctl("release list --env dev --format json").exits(0).json().path("items");

    assertThat(items).hasSize(2);
    assertThat(items.get(0).path("id").asText()).isEqualTo(second);
    assertThat(items.get(0).path("ref").asText()).isEqualTo(secondRef);
    assertThat(items.get(0).path("current").asBoolean()).isTrue();
    assertThat(items.get(1).path("id").asText()).isEqualTo(first);
    assertThat(items.get(1).path("ref").asText()).isEqualTo(firstRef);
    assertThat(items.get(1).path("current").asBoolean()).isFalse();
    assertThat(items.get(1).path("advancedAt").asText())
        .isLessThan(items.get(0).path("advancedAt").asText());
    ledgerctl("release list --env dev").exits(0).prints("* ", first, second);
  }

  @Test
  void rebuilt_projections_say_the_same() {
    environment("dev");
    release("dev", repository.declare(ORDERS));
    String releases = ledgerctl("release list --env dev --format json").out();
    JsonNode timeline = timeline("dev");

    ledgerctl("projection rebuild").exits(0).prints("timeline", "releases");
    ledgerctl("replay --verify").exits(0).prints("Every projection is what the events make of it.");

    assertThat(ledgerctl("release list --env dev --format json").out()).isEqualTo(releases);
    assertThat(timeline("dev")).isEqualTo(timeline);
    ledgerctl("projection list").exits(0).prints("timeline", "done", "same");
  }

  @Test
  void an_earlier_moment_is_told_from_the_events() {
    environment("dev");
    String first = release("dev", repository.declare(ORDERS));
    String second = release("dev", repository.declare(ORDERS + PAYMENTS));

    ledgerctl("replay --env dev --at " + first + " --schema")
        .exits(0)
        .prints(first, "clean", "CREATE TABLE public.orders");
    assertThat(ledgerctl("replay --env dev --at " + first + " --schema").out())
        .doesNotContain(second, "public.payments");
    ledgerctl("replay --env dev").exits(0).prints(second);
    ledgerctl("replay --env dev --at '#1'").exits(0).prints("There was no environment yet.");
    ledgerctl("replay --at '#999999'").exits(1).says("unknown-moment");
  }
}
