package dev.releaseledger.app.drift;

import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordDriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds databases against what they should be, and has the outcome recorded. */
@Component
public class Comparing {

  private final Databases databases;
  private final Schemas schemas;
  private final Artifacts artifacts;
  private final Ledger ledger;
  private final Clock clock;

  Comparing(Databases databases, Schemas schemas, Artifacts artifacts, Ledger ledger, Clock clock) {
    this.databases = databases;
    this.schemas = schemas;
    this.artifacts = artifacts;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Reads every database of an environment. */
  public SortedMap<String, LiveSchema> read(Environment environment) {
    SortedMap<String, LiveSchema> live = new TreeMap<>();
    environment
        .connections()
        .forEach((connection, url) -> live.put(connection, databases.read(url)));
    return live;
  }

  /** The databases against the plan just applied, or else the current release. */
  public Comparison withExpected(Environment environment, Map<String, LiveSchema> live) {
    return compare(environment.expected(), environment.expectedSnapshots(), live);
  }

  /** The databases against what a plan was to lead to. */
  public Comparison withPlan(PlanProposed plan, Map<String, LiveSchema> live) {
    return compare(plan.target(), plan.snapshots(), live);
  }

  /**
   * The databases before an apply: a database that is what the last apply left is fine, even where
   * the pointer was moved back since.
   */
  public Comparison beforeApply(Environment environment, Map<String, LiveSchema> live) {
    ReleaseAdvanced current = environment.current();
    SortedMap<String, String> expected =
        current == null ? new TreeMap<>() : new TreeMap<>(current.schemas());
    live.forEach((connection, found) -> {
      String lastKnown = environment.lastKnown().get(connection);
      if (found.schema().fingerprint().value().equals(lastKnown)) {
        expected.put(connection, lastKnown);
      }
    });
    return compare(expected, current == null ? new TreeMap<>() : current.snapshots(), live);
  }

  /** The databases against expected fingerprints, whose schemas are in these artifacts. */
  public Comparison compare(
      SortedMap<String, String> expected,
      SortedMap<String, String> snapshots,
      Map<String, LiveSchema> live) {
    SortedMap<String, String> wanted = new TreeMap<>();
    SortedMap<String, String> observed = new TreeMap<>();
    SortedMap<String, List<Difference>> differences = new TreeMap<>();
    live.forEach((connection, found) -> {
      String actual = found.schema().fingerprint().value();
      String should = expected.getOrDefault(connection, Schema.empty().fingerprint().value());
      wanted.put(connection, should);
      observed.put(connection, actual);
      differences.put(
          connection,
          actual.equals(should)
              ? List.of()
              : Diff.differences(snapshot(snapshots.get(connection)), found.schema()));
    });
    return new Comparison(wanted, observed, differences);
  }

  private Schema snapshot(@Nullable String digest) {
    return digest == null ? Schema.empty() : schemas.schema(digest);
  }

  /** Has the outcome of a comparison recorded; answers with the position. */
  public long record(
      Environment environment,
      @Nullable String rollout,
      DriftCheck check,
      Comparison comparison,
      String actor) {
    String report =
        comparison.isClean()
            ? null
            : artifacts.put("drift-report", Canonical.json(comparison.differences()));
    return ledger.record(
        new RecordDriftCheck(
            environment.id(),
            rollout,
            check,
            comparison.expected(),
            comparison.observed(),
            comparison.sentences(),
            report,
            actor,
            clock.instant()));
  }
}
