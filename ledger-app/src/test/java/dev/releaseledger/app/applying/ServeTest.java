package dev.releaseledger.app.applying;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.app.LedgerApplication;
import dev.releaseledger.app.store.LedgerRoles;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping the service as an operator does. */
@PostgresTest
class ServeTest {

  private static final int TERMINATED = 143;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path data;

  @BeforeEach
  void makeFolder() throws Exception {
    data = Files.createDirectory(folder.resolve("data"));
  }

  private ServiceProcess serve(Map<String, String> variables) throws Exception {
    return ServiceProcess.start(LedgerApplication.class, data, variables);
  }

  private void release(ServiceProcess service) throws Exception {
    Path repository = GrowingSchema.createIn(folder.resolve("repository"));
    service.post("/projects", "{\"name\":\"shop\",\"repository\":\"%s\"}".formatted(repository));
    service.post(
        "/projects/shop/environments",
        "{\"name\":\"dev\",\"urls\":{\"main\":\"embedded:shop_dev\"}}");
    service.post("/projects/shop/environments/dev/apply", "{\"ref\":\"v1\"}");
    for (int i = 0; i < 200 && !isReleased(service); i++) {
      Thread.sleep(50);
    }
    assertThat(isReleased(service)).isTrue();
  }

  private static boolean isReleased(ServiceProcess service) throws Exception {
    JsonNode rollouts = service.get("/rollouts?project=shop").path("items");
    return rollouts.path(0).path("status").asText().equals("released");
  }

  @Test
  void a_stopped_service_has_everything_again_when_it_is_started() throws Exception {
    JsonNode releases;
    try (ServiceProcess service = serve(Map.of())) {
      release(service);
      releases = service.get("/projects/shop/environments/dev/releases");
      service.process().destroy();
      assertThat(service.ended()).isIn(0, TERMINATED);
      assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
    }

    try (ServiceProcess again = serve(Map.of())) {
      assertThat(again.get("/projects/shop/environments/dev/releases")).isEqualTo(releases);
      assertThat(again.post("/projects/shop/environments/dev/drift/check", "{}").path("status"))
          .hasToString("\"clean\"");
    }
  }

  @Test
  void a_second_service_on_the_same_folder_says_so_and_leaves_the_first_alone() throws Exception {
    try (ServiceProcess first = serve(Map.of())) {
      assertThat(first.url()).isNotNull();
      String address = Files.readString(data.resolve("server.url"));

      try (ServiceProcess second = serve(Map.of())) {
        assertThat(second.url()).isNull();
        assertThat(second.ended()).isEqualTo(1);
        String complaint = data.toRealPath() + " is in use by process";
        assertThat(second.messages()).anyMatch(line -> line.contains(complaint));
      }

      assertThat(first.get("/health").path("status").asText()).isEqualTo("up");
      assertThat(data.resolve("server.url")).hasContent(address);
    }
  }

  @Test
  void the_ledger_lives_on_the_server_that_is_named_and_migrates_only_itself(TestDatabase database)
      throws Exception {
    Map<String, String> variables =
        Map.of(
            "LEDGER_DB_URL",
            database.jdbcUrl(),
            "LEDGER_DB_USER",
            database.user(),
            "LEDGER_DB_PASSWORD",
            database.password());
    try (ServiceProcess service = serve(variables)) {
      assertThat(service.url()).as("%s", service.messages()).isNotNull();

      release(service);
      assertThat(service.get("/health").path("appendOnly").asBoolean()).isFalse();
      assertThat(service.log())
          .filteredOn(line -> line.contains("it is a superuser"))
          .singleElement()
          .asString()
          .contains("WARN");
    }

    assertThat(tables(database)).contains("ledger_event", "ledger_migration", "artifact");
  }

  @Test
  void with_an_owner_of_its_own_the_ledgers_database_keeps_the_service_from_changing_it(
      TestDatabase database) throws Exception {
    LedgerRoles roles = LedgerRoles.in(database);
    Map<String, String> without =
        Map.of(
            "LEDGER_DB_URL",
            database.jdbcUrl(),
            "LEDGER_DB_USER",
            roles.serviceName(),
            "LEDGER_DB_PASSWORD",
            roles.password());
    Map<String, String> with = new HashMap<>(without);
    with.put("LEDGER_DB_OWNER_USER", roles.ownerName());
    with.put("LEDGER_DB_OWNER_PASSWORD", roles.password());
    for (Map<String, String> variables : List.of(with, without)) {
      try (ServiceProcess service = serve(variables)) {
        assertThat(service.url()).as("%s", service.messages()).isNotNull();

        assertThat(service.get("/health").path("appendOnly").asBoolean()).isTrue();
        assertThat(service.log()).noneMatch(line -> line.contains("WARN"));
      }
    }
  }

  @Test
  void roles_that_an_administrator_has_to_prepare_are_told_with_what_to_run(TestDatabase database)
      throws Exception {
    LedgerRoles roles = LedgerRoles.in(database);
    database.execute("revoke " + roles.serviceName() + " from " + roles.ownerName());
    Map<String, String> variables =
        Map.of(
            "LEDGER_DB_URL",
            database.jdbcUrl(),
            "LEDGER_DB_USER",
            roles.serviceName(),
            "LEDGER_DB_PASSWORD",
            roles.password(),
            "LEDGER_DB_OWNER_USER",
            roles.ownerName(),
            "LEDGER_DB_OWNER_PASSWORD",
            roles.password());
    try (ServiceProcess service = serve(variables)) {
      assertThat(service.url()).isNull();
      assertThat(service.ended()).isEqualTo(1);
      assertThat(service.log())
          .anyMatch(
              line -> line.contains("grant " + roles.serviceName() + " to " + roles.ownerName()));
    }
  }

  @Test
  void the_first_admins_token_is_readable_by_its_owner_only() throws Exception {
    try (ServiceProcess service = serve(Map.of())) {
      assertThat(service.get("/whoami").path("name").asText()).isEqualTo("admin");
    }
    assertThat(Files.getPosixFilePermissions(data.resolve("admin.token")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  private static List<String> tables(TestDatabase database) throws Exception {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
