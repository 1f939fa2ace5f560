package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a schema was, what became of it, and who made it so. */
class SchemaHistoryAcceptanceTest extends AcceptanceTest {

  private static final String USERS =
      """
      create table users (id integer primary key, name text);
      create index on users (name);
      """;
  private static final String CUSTOMERS =
      """
      -- ledger:renamed-from users
      create table customers (
        id bigint primary key,
        name text
      );
      create index on customers (name);
      """;

  @Test
  void a_table_that_is_renamed_and_changed_goes_on_and_names_those_who_did_it() {
    environment("dev", 1);
    enter("ada", "deployer");
    enter("grace", "approver");
    ledgerctl("actor set ada." + project + " --address ada@shop.example").exits(0);
    String first = approved(repository.declare(USERS));
    String second = approved(repository.declare(CUSTOMERS));

    JsonNode versions =
        ledgerctl("schema history --env dev --table users --format json").json().path("items");
    assertThat(versions.valueStream().map(it -> it.path("releaseId").asText()))
        .containsExactly(second, first);
    assertThat(versions.path(0).path("former").asText()).isEqualTo("table public.users");
    ledgerctl("schema history --env dev --table customers")
        .exits(0)
        .prints(
            "table public.customers renamed, was table public.users",
            "~ column id",
            "type: integer -> bigint",
            "table public.users added",
            "+ column name  text");

    JsonNode parts =
        ledgerctl("schema blame --env dev --table customers --format json")
            .exits(0)
            .json()
            .path("tables")
            .path(0)
            .path("parts");
    assertThat(since(parts, "column public.customers.id").path("releaseId").asText())
        .isEqualTo(second);
    assertThat(since(parts, "column public.customers.name").path("releaseId").asText())
        .isEqualTo(first);
    JsonNode id = since(parts, "column public.customers.id");
    // All tests share the service, and whoever entered last has the address of the commits.
    assertThat(id.path("authors").path(0).asText()).matches("(ada|wanda)\\.shop[0-9]+");
    assertThat(id.path("approvers").path(0).asText()).isEqualTo("grace." + project);
    assertThat(id.path("rolloutId").asText()).startsWith("rol_");

    ledgerctl("schema diff " + first + " --env dev")
        .exits(2)
        .prints("~ table public.customers, was table public.users", "type: integer -> bigint");
    ledgerctl("schema diff " + first + " ref:main --env dev --format sql")
        .exits(2)
        .prints("ALTER TABLE public.users RENAME TO customers", "TYPE bigint");
    ledgerctl("schema diff current live --env dev").exits(0).prints("No difference.");

    ledgerctl("schema show --env dev --table users --at #" + position(versions.path(1)))
        .exits(0)
        .prints("CREATE TABLE public.users", "CREATE INDEX users_name_idx");
    ledgerctl("schema show --env dev --format mermaid")
        .exits(0)
        .prints("erDiagram\n  customers {\n    bigint id PK \"not null\"\n");
    ledgerctl("schema show --env dev --format svg").exits(0).prints("<svg ", "customers");
    ledgerctl("schema blame --env dev --table users --at " + first)
        .exits(0)
        .prints("table public.users", "column id");
  }

  @Test
  void a_pointer_that_goes_back_is_a_version_and_the_name_goes_back_with_it() {
    environment("dev");
    environment("prod");
    String ref = repository.declare(USERS);
    String first = release("dev", ref);
    assertThat(release("prod", ref)).isEqualTo(first);
    String second = release("dev", repository.declare(CUSTOMERS));

    ledgerctl("schema diff prod env:dev --env prod")
        .exits(2)
        .prints("~ table public.customers, was table public.users");
    ledgerctl("schema diff dev prod --env dev")
        .exits(2)
        .prints("~ table public.users, was table public.customers");
    ledgerctl("schema show --env prod --at " + second)
        .exits(0)
        .prints("CREATE TABLE public.customers");

    ledgerctl("release rollback --env dev --to-release-id " + first + " --reason no").exits(0);

    JsonNode versions =
        ledgerctl("schema history --env dev --table users --format json").json().path("items");
    assertThat(versions.valueStream().map(it -> it.path("change").asText()))
        .containsExactly("renamed", "renamed", "added");
    assertThat(versions.path(0).path("cause").asText()).isEqualTo("rollback");
  }

  @Test
  void what_is_gone_is_found_in_whatever_schema_it_was() {
    environment("dev");
    String first = release("dev", repository.declare(USERS));
    String orders = "create schema sales; create table sales.orders (id integer primary key);";
    String second = release("dev", repository.declare(USERS + orders));
    ledgerctl("release rollback --env dev --to-release-id " + first + " --reason no").exits(0);

    JsonNode versions =
        ledgerctl("schema history --env dev --table Orders --format json")
            .exits(0)
            .json()
            .path("items");
    assertThat(versions.valueStream().map(it -> it.path("change").asText()))
        .containsExactly("removed", "added");
    assertThat(versions.path(1).path("releaseId").asText()).isEqualTo(second);
  }

  @Test
  void looking_back_is_about_what_is_asked_for_and_says_where_there_is_nothing() {
    environment("dev");
    environment("prod");
    String first = release("dev", repository.declare(USERS));
    String second = release("dev", repository.declare(CUSTOMERS));
    assertThat(release("prod", "main")).isEqualTo(second);

    ledgerctl("release current --env dev --at " + first).exits(0).prints(first);
    ledgerctl("release current --env prod --at " + first).exits(1).says("ever had it");
    ledgerctl("release current --env prod --at 2020-01-01").exits(1).says("had no release at");
    ledgerctl("replay --env dev --at 2999-01-01").exits(1).says("in the future");
    ledgerctl("replay --env nix").exits(1).says("has no environment nix");
    ledgerctl("schema show --env dev --at now --table customers").exits(0).prints("customers");
  }

  @Test
  void what_is_no_point_and_what_is_no_table_is_said() {
    environment("dev");
    String _ = release("dev", repository.declare(USERS));

    for (String point : List.of("nix", "#999999999", "2999-01-01", "2026-02-30", "env:")) {
      ledgerctl("schema show --env dev --at " + point).exits(1).says("No schema is meant by");
    }
    ledgerctl("schema show --env dev --at 2020-01-01").exits(1).says("had no release at");
    ledgerctl("schema show --env dev --table nix").exits(1).says("no table nix");
    ledgerctl("schema history --env dev --object 'view public.nix'")
        .exits(1)
        .says("ever had a view public.nix");
  }

  private String approved(String ref) {
    String plain = "apply --only schema --env dev --ref " + ref;
    String id =
        as("ada deployer", plain + " --format json")
            .exits(5)
            .json()
            .path("rollout")
            .path("id")
            .asText();
    as("grace approver", "rollout approve " + id).exits(0);
    return as("ada deployer", plain + " --format json").exits(0).json().path("releaseId").asText();
  }

  private static JsonNode since(JsonNode parts, String part) {
    return parts
        .valueStream()
        .filter(it -> it.path("part").asText().equals(part))
        .findFirst()
        .orElseThrow()
        .path("since");
  }

  private static String position(JsonNode version) {
    return version.path("position").asText();
  }
}
