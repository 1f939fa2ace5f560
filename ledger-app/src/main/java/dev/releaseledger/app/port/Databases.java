package dev.releaseledger.app.port;

import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.Schema;
import java.time.Duration;
import java.util.List;

/**
 * The target databases and the scratch ones; what goes wrong in a known way is a {@code Refused}.
 */
public interface Databases {

  /** Makes sure that a URL is one the ledger can use, and gives it back without credentials. */
  String admissible(String url);

  /** Reads what a database is. */
  LiveSchema read(String url);

  /** Executes declared files in a scratch database of a major version and reads the result. */
  DeclaredSchema declared(int majorVersion, List<SqlFile> files);

  /**
   * Proves on a scratch copy that a plan arrives; answers with the fingerprint after each stage.
   */
  List<Fingerprint> rehearse(int majorVersion, Schema base, SchemaPlan plan, Schema target);

  /** Takes a database for one runner; refused when another one has it for longer than patience. */
  DatabaseLease lease(String url, String purpose, Duration patience);
}
