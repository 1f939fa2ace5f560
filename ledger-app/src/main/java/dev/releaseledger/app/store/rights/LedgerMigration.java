package dev.releaseledger.app.store.rights;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the ledger's tables up to date, and says who may change what in them. */
public final class LedgerMigration {

  private LedgerMigration() {}

  /**
   * Migrates as the owner that Flyway connects as, and grants to the role that the service connects
   * as. Where both are one role there is nothing to grant.
   *
   * @throws RightsException when an administrator has to prepare the roles first
   */
  public static void run(Flyway flyway, DataSource service) {
    boolean unused = flyway.migrate().success;
    try (Connection migrating = flyway.getConfiguration().getDataSource().getConnection();
        Connection serving = service.getConnection()) {
      migrating.setAutoCommit(false);
      settle(new Sql(migrating), new Sql(serving));
    } catch (SQLException e) {
      throw new IllegalStateException("the rights of the ledger's database cannot be settled", e);
    }
  }

  private static void settle(Sql migrating, Sql serving) throws SQLException {
    // Instances that start at the same time settle it one after the other.
    List<String> unused =
        migrating.texts("select pg_advisory_xact_lock(hashtextextended('ledger_rights', 0))");
    String service = serving.text("select current_user");
    boolean two = !migrating.text("select current_user").equals(service);
    String schema = schema(migrating);
    if (two) {
      // A role that may not use the schema yet sees none.
      requireSchema(serving, Set.of(schema, ""), schema, service);
      Granting.grant(migrating, service);
    }
    AppendOnlyTriggers.ensure(migrating);
    migrating.connection().commit();
    if (two) {
      requireSchema(serving, Set.of(schema), schema, service);
    }
  }

  private static void requireSchema(Sql serving, Set<String> allowed, String schema, String service)
      throws SQLException {
    if (!allowed.contains(schema(serving))) {
      throw new RightsException(
          "The owner and the service look for the ledger's tables in different schemas.",
          "alter role %s set search_path = %s".formatted(service, schema));
    }
  }

  private static String schema(Sql role) throws SQLException {
    return role.text("select coalesce(current_schema(), '')");
  }
}
