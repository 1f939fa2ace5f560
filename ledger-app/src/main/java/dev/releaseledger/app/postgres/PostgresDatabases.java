package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.DatabaseLease;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.refusal.DatabaseRefusal.DeclarationDoesNotLoad;
import dev.releaseledger.app.refusal.DatabaseRefusal.RehearsalFailed;
import dev.releaseledger.app.refusal.DatabaseRefusal.ScratchVersionDiffers;
import dev.releaseledger.app.refusal.DatabaseRefusal.UnsupportedServerVersion;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Target and scratch databases over JDBC. */
@Component
final class PostgresDatabases implements Databases {

  private final TargetUrls targets;
  private final ScratchServer scratch;
  private final DeclarationCache declarations = new DeclarationCache();

  PostgresDatabases(TargetUrls targets, ScratchServer scratch) {
    this.targets = targets;
    this.scratch = scratch;
  }

  @Override
  public String admissible(String url) {
    return targets.admissible(url);
  }

  @Override
  public LiveSchema read(String url) {
    try (Connection connection = targets.connect(url, "release-ledger")) {
      Schema schema = CatalogReader.read(connection);
      return new LiveSchema(schema, connection.getMetaData().getDatabaseMajorVersion());
    } catch (UnsupportedServer e) {
      throw new Refused(new UnsupportedServerVersion(url, String.valueOf(e.getMessage())));
    } catch (SQLException e) {
      throw targets.refused(url, e);
    }
  }

  @Override
  public DeclaredSchema declared(int majorVersion, List<SqlFile> files) {
    return declarations.get(majorVersion, files, () -> load(majorVersion, files));
  }

  private DeclaredSchema load(int majorVersion, List<SqlFile> files) {
    return scratch.with(connection -> {
      requireVersion(connection, majorVersion);
      return switch (Declaration.load(connection, files)) {
        case Declared.Loaded loaded -> new DeclaredSchema(loaded.schema(), loaded.conversions());
        case Declared.LoadFailure failure ->
            throw new Refused(
                new DeclarationDoesNotLoad(
                    failure.file(),
                    failure.line(),
                    failure.detail() == null
                        ? failure.message()
                        : failure.message() + " (" + failure.detail() + ")",
                    failure.sqlState(),
                    failure.hint()));
      };
    });
  }

  @Override
  public List<Fingerprint> rehearse(int majorVersion, Schema base, SchemaPlan plan, Schema target) {
    return scratch.with(connection -> {
      requireVersion(connection, majorVersion);
      return switch (Rehearsal.rehearse(connection, base, plan, target)) {
        case Rehearsal.Rehearsed rehearsed -> rehearsed.afterStage();
        case Rehearsal.DidNotBuild failed ->
            throw refused("the copy is not like the database", failed.differences());
        case Rehearsal.DidNotArrive failed ->
            throw refused("did not arrive at the declared schema", failed.differences());
        case Rehearsal.StepFailed failed ->
            throw new Refused(
                new RehearsalFailed(
                    failed.step() == 0
                        ? "the copy could not be made"
                        : "step " + failed.step() + " failed",
                    List.of(failed.message(), failed.sql())));
      };
    });
  }

  @Override
  public DatabaseLease lease(String url, String purpose, Duration patience) {
    return PostgresLease.take(targets, url, purpose, patience);
  }

  private static Refused refused(String what, List<Difference> differences) {
    return new Refused(
        new RehearsalFailed(what, differences.stream().map(Difference::text).toList()));
  }

  private static void requireVersion(Connection connection, int majorVersion) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version != majorVersion) {
      throw new Refused(new ScratchVersionDiffers(version, majorVersion));
    }
  }
}
