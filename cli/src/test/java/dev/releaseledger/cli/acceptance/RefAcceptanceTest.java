package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be had from git is refused in clear words, and nothing is changed. */
class RefAcceptanceTest extends AcceptanceTest {

  private static final String ORDERS = "create table orders (id int primary key);\n";

  @BeforeEach
  void anEnvironment() {
    environment("dev");
  }

  private Outcome apply(String ref) {
    return ledgerctl("apply --only schema --env dev --ref " + ref);
  }

  private void requireNothingHappened() {
    assertThat(database("dev").columns()).isEmpty();
    ledgerctl("release current --env dev").exits(1);
  }

  @Test
  void k11_an_unknown_ref_cannot_be_resolved() {
    repository.declare(ORDERS);

    apply("no-such-branch").exits(1).says("Cannot resolve ref 'no-such-branch'");

    requireNothingHappened();
  }

  @Test
  void a_branch_and_a_tag_of_one_name_are_ambiguous() {
    String first = repository.declare(ORDERS);
    repository.branch("v1");
    String second = repository.declare(ORDERS + "create table payments (id int);");
    repository.tag("v1");

    apply("v1").exits(1).says("refs/heads/v1 at " + first, "refs/tags/v1 at " + second);

    requireNothingHappened();
    apply("refs/tags/v1").exits(0);
  }

  @Test
  void a_short_commit_id_is_recorded_in_full() {
    String ref = repository.declare(ORDERS);

    apply(ref.substring(0, 9)).exits(0);

    assertThat(rollout("dev").path("ref").asText()).isEqualTo(ref);
  }

  @Test
  void an_empty_schema_directory_is_not_taken_at_its_word() {
    repository.commit(Map.of("README.md", "nothing here yet"));

    apply("main").exits(1).says("There is no *.sql file below 'schema'", "would drop everything");

    requireNothingHappened();
  }

  @Test
  void a_repository_that_cannot_be_read_ends_with_69() throws IOException {
    repository.declare(ORDERS);
    Files.move(repository.folder(), home.resolve("elsewhere"));

    apply("main").exits(69).says("cannot be read", "repository");

    requireNothingHappened();
  }

  @Test
  void a_project_is_not_made_on_a_repository_that_cannot_be_read() {
    ledgerctl("project create --project nowhere --repo not-there").exits(69).says("not-there");

    ledgerctl("project show --project nowhere").exits(1);
  }

  @Test
  void a_file_that_does_not_load_is_named_with_its_line_and_the_servers_words() {
    repository.commit(
        Map.of(
            "schema/10_orders.sql",
            ORDERS,
            "schema/20_lines.sql",
            "-- lines of orders\n\ncreate table lines (\n  order_id int references oders\n);\n"));

    apply("main").exits(1).says("schema/20_lines.sql:3: relation \"oders\" does not exist");

    requireNothingHappened();
  }

  @Test
  void a_syntax_error_is_named_with_its_own_line() {
    repository.declare("create table orders (\n  id int primary kee\n);\n");

    apply("main").exits(1).says("schema/schema.sql:2: syntax error at or near \"kee\"");

    requireNothingHappened();
  }

  @Test
  void files_are_executed_in_path_order() {
    repository.commit(
        Map.of(
            "schema/20_lines.sql",
            "create table lines (order_id int references orders);",
            "schema/10_orders.sql",
            ORDERS));

    apply("main").exits(0);

    assertThat(database("dev").columns()).contains("lines.order_id integer");
  }
}
