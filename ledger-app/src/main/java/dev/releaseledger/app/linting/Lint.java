package dev.releaseledger.app.linting;

import dev.releaseledger.app.port.TriedStatement;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.UnreadObject;
import java.util.List;

/**
 * What scripts do to a schema, statement by statement.
 *
 * @param base the schema they were tried on
 * @param missing what the database has and the copy did not, because no reader covers it
 */
public record Lint(
    EnvironmentId environment,
    String connection,
    int majorVersion,
    Fingerprint base,
    List<UnreadObject> missing,
    List<Judged> statements) {

  public Lint {
    missing = List.copyOf(missing);
    statements = List.copyOf(statements);
  }

  /** A statement, and what is noticed about it. */
  public record Judged(TriedStatement statement, List<Finding> findings) {

    public Judged {
      findings = List.copyOf(findings);
    }

    /** The worst of its findings. */
    public Risk risk() {
      return findings.stream().map(Finding::risk).reduce(Risk.METADATA_ONLY, Risk::or);
    }
  }
}
