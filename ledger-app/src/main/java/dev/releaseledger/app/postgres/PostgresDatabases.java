package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.DatabaseLease;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.app.port.Seed;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.port.TriedStatement;
import dev.releaseledger.app.refusal.DatabaseRefusal.DeclarationDoesNotLoad;
import dev.releaseledger.app.refusal.DatabaseRefusal.RehearsalFailed;
import dev.releaseledger.app.refusal.DatabaseRefusal.RehearsalFailsOnRows;
import dev.releaseledger.app.refusal.DatabaseRefusal.ScratchVersionDiffers;
import dev.releaseledger.app.refusal.DatabaseRefusal.UnsupportedServerVersion;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.Question;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Target and scratch databases over JDBC. */
@Component
final class PostgresDatabases implements Databases {

  private final TargetUrls targets;
  private final ScratchServer scratch;
  private final LedgerSettings.Preflight preflight;
  private final Privileges privileges;
  private final DeclarationCache declarations = new DeclarationCache();

  PostgresDatabases(TargetUrls targets, ScratchServer scratch, LedgerSettings settings) {
    this.targets = targets;
    this.scratch = scratch;
    this.preflight = settings.preflight();
    this.privileges = settings.schema().privileges();
  }

  @Override
  public String admissible(String url) {
    return targets.admissible(url);
  }

  @Override
  public LiveSchema read(String url) {
    try (Connection connection = targets.connect(url, "release-ledger")) {
      Schema schema = CatalogReader.read(connection, privileges);
      return new LiveSchema(schema, connection.getMetaData().getDatabaseMajorVersion());
    } catch (UnsupportedServer e) {
      throw new Refused(new UnsupportedServerVersion(url, String.valueOf(e.getMessage())));
    } catch (SQLException e) {
      throw targets.refused(url, e);
    }
  }

  @Override
  public SortedSet<String> emptyAmong(String url, SortedSet<String> tables) {
    if (tables.isEmpty()) {
      return tables;
    }
    try (BoundedReading reading =
        new BoundedReading(targets.connect(url, "release-ledger preflight"), preflight)) {
      return EmptyTables.among(reading, tables);
    } catch (SQLException e) {
      throw targets.refused(url, e);
    }
  }

  @Override
  public Preflight preflight(
      String url, SchemaPlan plan, SortedSet<String> tables, List<Question> questions) {
    try (BoundedReading reading =
        new BoundedReading(targets.connect(url, "release-ledger preflight"), preflight)) {
      return RowReading.read(reading, preflight, plan, tables, questions);
    } catch (SQLException e) {
      throw targets.refused(url, e);
    }
  }

  @Override
  public Schema renamed(int majorVersion, Schema schema, List<String> renames) {
    return scratch.with(empty -> {
      requireVersion(empty.connection(), majorVersion);
      Roles.require(empty, List.of(), schema);
      try {
        return RenamedSchema.make(empty.connection(), schema, renames);
      } catch (SQLException e) {
        limits(e.getSQLState(), String.valueOf(e.getMessage()), "of the observed schema");
        throw new Refused(
            new RehearsalFailed(
                "the renames did not work", List.of(String.valueOf(e.getMessage()))));
      }
    });
  }

  @Override
  public DeclaredSchema declared(int majorVersion, List<SqlFile> files) {
    return declarations.get(majorVersion, files, () -> load(majorVersion, files));
  }

  private DeclaredSchema load(int majorVersion, List<SqlFile> files) {
    return scratch.with(empty -> {
      Connection connection = empty.connection();
      requireVersion(connection, majorVersion);
      return switch (Declaration.load(empty, files, privileges)) {
        case Declared.Loaded loaded ->
            new DeclaredSchema(loaded.schema(), loaded.conversions(), loaded.renames());
        case Declared.LoadFailure failure -> {
          limits(failure.sqlState(), failure.message(), failure.file() + ":" + failure.line());
          throw new Refused(
              new DeclarationDoesNotLoad(
                  failure.file(),
                  failure.line(),
                  failure.detail() == null
                      ? failure.message()
                      : failure.message() + " (" + failure.detail() + ")",
                  failure.sqlState(),
                  failure.hint()));
        }
      };
    });
  }

  @Override
  public RehearsalReport rehearse(
      int majorVersion, Schema base, SchemaPlan plan, Schema target, List<Seed> seeds) {
    if (seeds.isEmpty()) {
      return rehearse(majorVersion, base, plan, target);
    }
    // A seed may be about any table, so that there is no leaving out.
    Rehearsal seeded =
        scratch.with(copy -> {
          requireVersion(copy.connection(), majorVersion);
          return Rehearsal.onSeeds(copy, base, plan, target, seeds);
        });
    return switch (seeded) {
      case Rehearsal.Rehearsed(RehearsalReport report) -> report;
      case Rehearsal.FailedOnRows failed -> {
        // What fails without rows too is not to be blamed on them.
        RehearsalReport _ = rehearse(majorVersion, base, plan, target);
        throw refused(failed);
      }
      case Rehearsal failed -> throw refused(failed);
    };
  }

  private RehearsalReport rehearse(int majorVersion, Schema base, SchemaPlan plan, Schema target) {
    Rehearsal near =
        scratch.with(copy -> {
          requireVersion(copy.connection(), majorVersion);
          return Rehearsal.near(copy, base, plan, target);
        });
    if (near instanceof Rehearsal.Rehearsed(RehearsalReport report)) {
      return report;
    }
    // What fails on a part of the schema may lack something that nobody knows it needs.
    return switch (scratch.with(copy -> Rehearsal.whole(copy, base, plan, target))) {
      case Rehearsal.Rehearsed(RehearsalReport report) -> report;
      case Rehearsal failed -> throw refused(failed);
    };
  }

  @Override
  public List<TriedStatement> trial(int majorVersion, Schema base, List<SqlFile> scripts) {
    return scratch.with(copy -> {
      requireVersion(copy.connection(), majorVersion);
      Schema buildable = base.withIndexesBuilt();
      Roles.require(copy, List.of(), base);
      Rehearsal failed = Rehearsal.copy(copy.connection(), buildable, majorVersion);
      if (failed != null) {
        throw refused(failed);
      }
      return ScriptTrial.run(copy, buildable, scripts);
    });
  }

  @Override
  public DatabaseLease lease(String url, String purpose, Duration patience) {
    return PostgresLease.take(targets, url, purpose, patience, privileges);
  }

  private static Refused refused(Rehearsal failure) {
    return switch (failure) {
      case Rehearsal.Rehearsed _ -> throw new IllegalArgumentException("it did not fail");
      case Rehearsal.FailedOnRows(String rows, Rehearsal failed) ->
          new Refused(new RehearsalFailsOnRows(refused(failed).refusal().detail(), rows));
      case Rehearsal.DidNotBuild failed ->
          refused("the copy is not like the database", failed.differences());
      case Rehearsal.DidNotArrive failed ->
          refused("did not arrive at the declared schema", failed.differences());
      case Rehearsal.StepFailed failed -> {
        limits(failed.sqlState(), failed.message(), failed.sql());
        yield new Refused(
            new RehearsalFailed(
                failed.step() == 0
                    ? "the copy could not be made"
                    : "step " + failed.step() + " failed",
                List.of(failed.message(), failed.sql())));
      }
    };
  }

  private static Refused refused(String what, List<Difference> differences) {
    return new Refused(
        new RehearsalFailed(what, differences.stream().map(Difference::text).toList()));
  }

  private static void limits(@Nullable String sqlState, String message, String where) {
    ScratchLimits.met(sqlState, message, where)
        .ifPresent(limit -> {
          throw new Refused(limit);
        });
  }

  private static void requireVersion(Connection connection, int majorVersion) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version != majorVersion) {
      throw new Refused(new ScratchVersionDiffers(version, majorVersion));
    }
  }
}
