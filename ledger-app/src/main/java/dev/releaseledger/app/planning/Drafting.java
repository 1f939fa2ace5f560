package dev.releaseledger.app.planning;

import dev.releaseledger.app.drift.Comparing;
import dev.releaseledger.app.drift.Comparison;
import dev.releaseledger.app.port.Commit;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.app.port.Repositories;
import dev.releaseledger.app.refusal.RequestRefusal.DriftFound;
import dev.releaseledger.app.refusal.RequestRefusal.NotBaselined;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownEnvironment;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownProject;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.environments.ProjectRow;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes plans: what git declares against what the databases are. Records nothing. */
@Component
public class Drafting {

  private final Ledger ledger;
  private final Environments environments;
  private final Repositories repositories;
  private final Databases databases;
  private final Comparing comparing;
  private final LedgerSettings settings;

  Drafting(
      Ledger ledger,
      Environments environments,
      Repositories repositories,
      Databases databases,
      Comparing comparing,
      LedgerSettings settings) {
    this.ledger = ledger;
    this.environments = environments;
    this.repositories = repositories;
    this.databases = databases;
    this.comparing = comparing;
    this.settings = settings;
  }

  /** Plans a ref against an environment as it is now; drift is in the draft, not refused. */
  public Draft draft(EnvironmentId id, String ref) {
    ProjectRow project = project(id.project());
    Environment environment = environment(id);
    Commit commit = repositories.resolve(project.repository(), ref);
    SortedMap<String, LiveSchema> live = comparing.read(environment);
    requireKnown(environment, live);
    Comparison preflight = comparing.beforeApply(environment, live);

    SortedMap<String, SchemaPlan> plans = new TreeMap<>();
    SortedMap<String, Schema> base = new TreeMap<>();
    SortedMap<String, Schema> target = new TreeMap<>();
    SortedMap<String, Integer> versions = new TreeMap<>();
    SortedMap<String, String> conversions = new TreeMap<>();
    live.forEach((connection, found) -> {
      DeclaredSchema declared = declared(project, commit, connection, found.majorVersion());
      PlanSettings planSettings = planSettings(declared.conversions());
      conversions.putAll(declared.conversions());
      base.put(connection, found.schema());
      target.put(connection, declared.schema());
      versions.put(connection, found.majorVersion());
      plans.put(connection, Planning.plan(found.schema(), declared.schema(), planSettings));
    });
    Plan plan =
        new Plan(id.project(), id.environment(), commit.sha(), plans, planSettings(conversions));
    return new Draft(environment, commit, ref, plan, base, target, versions, preflight);
  }

  /** Refuses a draft whose databases are not what the ledger knows. */
  public static void requireNoDrift(Draft draft) {
    requireAtRest(draft);
    if (!draft.preflight().isClean()) {
      throw new Refused(
          new DriftFound(
              draft.environment().id().toString(),
              draft.preflight().sentences(),
              draft.preflight().all()));
    }
  }

  /** Refuses a draft made while a plan was running: half of a plan looks like drift. */
  public static void requireAtRest(Draft draft) {
    draft
        .environment()
        .underway()
        .filter(rollout -> rollout.status() == RolloutStatus.APPLYING)
        .ifPresent(rollout -> {
          throw new Refused(new AnotherApply(draft.environment().id().toString(), rollout.id()));
        });
  }

  /** Proves a draft on scratch copies; answers with the fingerprints after each stage. */
  public SortedMap<String, List<Fingerprint>> rehearse(Draft draft) {
    SortedMap<String, List<Fingerprint>> stages = new TreeMap<>();
    draft
        .plan()
        .connections()
        .forEach((connection, schemaPlan) ->
            stages.put(
                connection,
                schemaPlan.isEmpty()
                    ? List.of()
                    : databases.rehearse(
                        draft.majorVersions().getOrDefault(connection, 0),
                        draft.live().getOrDefault(connection, Schema.empty()),
                        schemaPlan,
                        draft.declared().getOrDefault(connection, Schema.empty()))));
    return stages;
  }

  /** What a commit declares for a connection. */
  public DeclaredSchema declared(
      ProjectRow project, Commit commit, String connection, int majorVersion) {
    String folder = project.connections().getOrDefault(connection, "");
    return databases.declared(
        majorVersion, repositories.declaration(project.repository(), commit, folder));
  }

  /** The project, or a refusal. */
  public ProjectRow project(String name) {
    return environments.named(name).orElseThrow(() -> new Refused(new UnknownProject(name)));
  }

  /** The environment as its events made it, or a refusal. */
  public Environment environment(EnvironmentId id) {
    return ledger
        .environment(id)
        .orElseThrow(() -> new Refused(new UnknownEnvironment(id.project(), id.environment())));
  }

  private PlanSettings planSettings(SortedMap<String, String> conversions) {
    return new PlanSettings(
        settings.apply().lockTimeout().toMillis(),
        settings.apply().statementTimeout().toMillis(),
        conversions);
  }

  private static void requireKnown(Environment environment, SortedMap<String, LiveSchema> live) {
    if (environment.current() != null || !environment.lastKnown().isEmpty()) {
      return;
    }
    live.forEach((connection, found) -> {
      Schema schema = found.schema();
      int objects = schema.objects().size() - Schema.empty().objects().size();
      if (!schema.equals(Schema.empty())) {
        throw new Refused(
            new NotBaselined(environment.id().toString(), connection, Math.max(objects, 1)));
      }
    });
  }
}
