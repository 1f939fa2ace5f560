package dev.releaseledger.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.store.rights.LedgerMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A data folder from the time when one role owned everything. */
class EmbeddedTakeOverTest {

  private static final String ADD =
      "insert into artifact (digest, kind, content) values ('%s', 'note', '')";

  @TempDir Path data;

  @Test
  void what_one_role_owned_is_the_owners_after_a_start() throws Exception {
    makeAsBefore();

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      settle(postgres);

      Access service = postgres.access(ServerRole.LEDGER);
      run(service, ADD.formatted("b"));
      assertThat(text(service, "select string_agg(digest, '' order by digest) from artifact"))
          .isEqualTo("ab");
      assertThatThrownBy(() -> run(service, "delete from artifact"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      assertThat(
              text(
                  service,
                  "select pg_get_userbyid(datdba) from pg_database"
                      + " where datname = current_database()"))
          .isEqualTo("ledger_owner");
    }
    String credentials = Files.readString(data.resolve("postgres.credentials"));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      settle(postgres);
      run(postgres.access(ServerRole.LEDGER), ADD.formatted("c"));
    }
    assertThat(data.resolve("postgres.credentials")).hasContent(credentials);
  }

  private void makeAsBefore() throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      run(
          postgres.superuser(),
          "alter database ledger owner to ledger",
          "drop role ledger_owner",
          "revoke all on database ledger from public");
      Access alone = postgres.access(ServerRole.LEDGER);
      LedgerMigration.run(flyway(source(alone)), source(alone));
      run(alone, "drop trigger append_only on artifact", ADD.formatted("a"));
    }
    Path file = data.resolve("postgres.credentials");
    List<String> before =
        Files.readAllLines(file).stream().filter(it -> !it.startsWith("ledger_owner")).toList();
    Files.write(file, before);
  }

  private static void settle(EmbeddedPostgres postgres) {
    LedgerMigration.run(
        flyway(source(postgres.access(ServerRole.OWNER))),
        source(postgres.access(ServerRole.LEDGER)));
  }

  private static Flyway flyway(DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .table("ledger_migration")
        .load();
  }

  private static DataSource source(Access access) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(access.jdbcUrl());
    source.setUser(access.user());
    source.setPassword(access.password());
    return source;
  }

  private static void run(Access access, String... statements) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String text(Access access, String sql) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
