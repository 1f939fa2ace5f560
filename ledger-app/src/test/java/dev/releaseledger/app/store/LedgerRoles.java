package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.projections.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/** The two roles of a ledger's database in a test, made as docs/database.md says. */
public record LedgerRoles(TestDatabase database, DataSource owner, DataSource service) {

  private static final Pattern BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

  /** Both, made where they are missing. */
  public static LedgerRoles in(TestDatabase database) {
    LedgerRoles roles = of(database);
    try {
      if (!roles.exist()) {
        database.execute(roles.create(roles.ownerName()));
        database.execute(roles.create(roles.serviceName()));
        database.execute(roles.handOver());
      }
      return roles;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Both, whether they exist or not. */
  public static LedgerRoles of(TestDatabase database) {
    return new LedgerRoles(database, source(database, "_owner"), source(database, "_service"));
  }

  /** One role that is everything, as long as nobody makes another. */
  public static LedgerRoles one(TestDatabase database) throws SQLException {
    LedgerRoles roles = of(database);
    database.execute(roles.create(roles.serviceName()));
    database.execute(
        "alter database %s owner to %s; alter schema public owner to %s"
            .formatted(database.name(), roles.serviceName(), roles.serviceName()));
    return roles.withoutOwner();
  }

  /** The service's role alone. */
  public LedgerRoles withoutOwner() {
    return new LedgerRoles(database, service, service);
  }

  /** How the owner is called. */
  public String ownerName() {
    return database.name() + "_owner";
  }

  /** How the service is called. */
  public String serviceName() {
    return database.name() + "_service";
  }

  /** The migrations, run as the owner. */
  public FluentConfiguration migrations() {
    return Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .table("ledger_migration");
  }

  /** What an administrator runs to make a role. */
  public String create(String role) {
    String line = "CREATE ROLE ledger LOGIN PASSWORD 'service-password';";
    assertThat(blocks().getFirst()).contains(line);
    return line.replace(" ledger ", " " + role + " ").replace("service-password", password());
  }

  /** What an administrator runs in the database. */
  public String handOver() {
    return blocks()
        .getLast()
        .replaceAll("(?i)database ledger\\b", "DATABASE " + database.name())
        .replaceAll("\\bledger_owner\\b", ownerName())
        .replaceAll("\\bledger\\b", serviceName());
  }

  private static List<String> blocks() {
    try {
      String page = Files.readString(Path.of("..", "docs", "database.md"));
      List<String> blocks =
          BLOCK.matcher(page).results().map((MatchResult it) -> it.group(1)).toList();
      assertThat(blocks).hasSize(2);
      return blocks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean exist() throws SQLException {
    try (var connection = database.connect();
        var ask = connection.prepareStatement("select from pg_roles where rolname = ?")) {
      ask.setString(1, ownerName());
      try (var rows = ask.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** The password of both. */
  public String password() {
    return "of-" + database.name();
  }

  private static DataSource source(TestDatabase database, String suffix) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.jdbcUrl());
    source.setUser(database.name() + suffix);
    source.setPassword("of-" + database.name());
    return source;
  }
}
