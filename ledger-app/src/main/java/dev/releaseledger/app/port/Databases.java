package dev.releaseledger.app.port;

import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.Question;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.schema.Schema;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;

/**
 * The target databases and the scratch ones; what goes wrong in a known way is a {@code Refused}.
 */
public interface Databases {

  /** Makes sure that a URL is one the ledger can use, and gives it back without credentials. */
  String admissible(String url);

  /** Reads what a database is. */
  LiveSchema read(String url);

  /**
   * Which of these tables of a database have no rows; one that cannot be read, or not in time,
   * counts as having some.
   */
  SortedSet<String> emptyAmong(String url, SortedSet<String> tables);

  /** What a database says about its rows before a plan runs on it; only reads, and not for long. */
  Preflight preflight(
      String url, SchemaPlan plan, SortedSet<String> tables, List<Question> questions);

  /** What a schema is after renames, found out on a scratch copy. */
  Schema renamed(int majorVersion, Schema schema, List<String> renames);

  /** Executes declared files in a scratch database of a major version and reads the result. */
  DeclaredSchema declared(int majorVersion, List<SqlFile> files);

  /**
   * Proves on a scratch copy that a plan arrives, and measures what it does there.
   *
   * @param seeds rows for the copy: those of the first one that runs there
   */
  RehearsalReport rehearse(
      int majorVersion, Schema base, SchemaPlan plan, Schema target, List<Seed> seeds);

  /** Runs scripts one after the other on a scratch copy of a schema, and measures what they do. */
  List<TriedStatement> trial(int majorVersion, Schema base, List<SqlFile> scripts);

  /** Takes a database for one runner; refused when another one has it for longer than patience. */
  DatabaseLease lease(String url, String purpose, Duration patience);
}
