package dev.releaseledger.app.planning;

import dev.releaseledger.app.drift.Comparison;
import dev.releaseledger.app.port.Commit;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.RowCheck;
import dev.releaseledger.domain.release.Release;
import dev.releaseledger.domain.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A plan that nobody has been asked about yet, with all that it was made of.
 *
 * @param live what each database is
 * @param declared what the commit says each should be
 * @param preflight the databases against what the ledger knows of them
 * @param rows what each database says about its rows
 * @param review what the environment's policy says
 * @param impact what the plan does, as far as gates ask for it
 * @param origin where it comes from
 */
public record Draft(
    Environment environment,
    Commit commit,
    String requestedRef,
    Plan plan,
    SortedMap<String, Schema> live,
    SortedMap<String, Schema> declared,
    SortedMap<String, Integer> majorVersions,
    Comparison preflight,
    SortedMap<String, Preflight> rows,
    PolicyReview review,
    Impact impact,
    Origin origin) {

  /**
   * Where a ref comes from.
   *
   * @param descends whether it descends from the current release's commit
   * @param authors the actors who wrote the commits since then, as far as the ledger knows them
   */
  public record Origin(boolean descends, List<String> authors) {
    public Origin {
      authors = List.copyOf(authors);
    }
  }

  public Draft {
    live = Collections.unmodifiableSortedMap(new TreeMap<>(live));
    declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    majorVersions = Collections.unmodifiableSortedMap(new TreeMap<>(majorVersions));
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }

  /** The fingerprint each connection starts from. */
  public SortedMap<String, String> base() {
    return each(schemaPlan -> schemaPlan.base().value());
  }

  /** The fingerprint each connection is led to. */
  public SortedMap<String, String> target() {
    return each(schemaPlan -> schemaPlan.target().value());
  }

  /** The destructive steps in words. */
  public List<String> destructive() {
    return plan.destructiveSteps().stream().map(Step::summary).toList();
  }

  /** What blocks the plan, in words. */
  public List<String> blockers() {
    return plan.connections().values().stream()
        .flatMap(schemaPlan -> schemaPlan.blockers().stream())
        .map(finding -> finding.object() + ": " + finding.message())
        .toList();
  }

  /** The rows that the plan would fail on, in words and without their values. */
  public List<String> violations() {
    return rows.values().stream()
        .flatMap(preflight -> preflight.violations().stream())
        .map(RowCheck::sentence)
        .toList();
  }

  /** How many steps it has. */
  public int steps() {
    return plan.connections().values().stream().mapToInt(p -> p.steps().size()).sum();
  }

  /** The release this plan leads to. */
  public Release release(SortedMap<String, String> snapshots) {
    return Release.ofCommit(
        plan.project(), commit.sha(), commit.committedAt(), target(), snapshots);
  }

  private SortedMap<String, String> each(Function<SchemaPlan, String> value) {
    SortedMap<String, String> all = new TreeMap<>();
    plan.connections()
        .forEach((connection, schemaPlan) -> all.put(connection, value.apply(schemaPlan)));
    return all;
  }
}
