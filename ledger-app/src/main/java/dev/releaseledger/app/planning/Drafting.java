package dev.releaseledger.app.planning;

import dev.releaseledger.app.drift.Comparing;
import dev.releaseledger.app.drift.Comparison;
import dev.releaseledger.app.port.Commit;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.app.port.History;
import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.port.Repositories;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.refusal.RequestRefusal.DriftFound;
import dev.releaseledger.app.refusal.RequestRefusal.NotBaselined;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownEnvironment;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownProject;
import dev.releaseledger.app.refusal.SecretRefusal;
import dev.releaseledger.app.refusal.SecretRefusal.SecretInDeclaration;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Retries;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Review;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.secret.SecretScan;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.environments.ProjectRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes plans: what git declares against what the databases are. Records nothing. */
@Component
public class Drafting {

  private final Ledger ledger;
  private final Environments environments;
  private final Repositories repositories;
  private final Databases databases;
  private final Seeds seeds;
  private final Comparing comparing;
  private final KeptPolicies policies;
  private final People people;
  private final ProjectStandards standards;
  private final LedgerSettings settings;

  Drafting(
      Ledger ledger,
      Environments environments,
      Repositories repositories,
      Databases databases,
      Seeds seeds,
      Comparing comparing,
      KeptPolicies policies,
      People people,
      ProjectStandards standards,
      LedgerSettings settings) {
    this.ledger = ledger;
    this.environments = environments;
    this.repositories = repositories;
    this.databases = databases;
    this.seeds = seeds;
    this.comparing = comparing;
    this.policies = policies;
    this.people = people;
    this.standards = standards;
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
    SortedMap<String, Preflight> rows = new TreeMap<>();
    Policy policy = policy(environment);
    SortedMap<String, Review> reviews = new TreeMap<>();
    List<Impact> impacts = new ArrayList<>();
    live.forEach((connection, found) -> {
      DeclaredSchema declared = declared(project, commit, connection, found.majorVersion());
      base.put(connection, found.schema());
      target.put(connection, declared.schema());
      versions.put(connection, found.majorVersion());
      String url = environment.connections().getOrDefault(connection, "");
      Course course = Course.of(databases, url, found, declared);
      SchemaPlan schemaPlan =
          course
              .plan(planSettings(found.majorVersion(), declared.conversions(), policy.contract()))
              .heldTo(course.breaches(standards.of(project, commit, connection)));
      Preflight asked = preflight.isClean() ? course.preflight(schemaPlan) : Preflight.NONE;
      plans.put(connection, schemaPlan);
      rows.put(connection, asked);
      reviews.put(connection, course.review(schemaPlan, policy.contract(), asked));
      impacts.add(course.impact(schemaPlan, asked));
    });
    Plan plan = new Plan(id.project(), id.environment(), commit.sha(), environment.rules(), plans);
    PolicyReview review = new PolicyReview(reviews);
    return new Draft(
        environment,
        commit,
        ref,
        plan,
        base,
        target,
        versions,
        preflight,
        rows,
        review,
        impacts.stream().reduce(Impact.NONE, Impact::and),
        origin(project, environment, commit));
  }

  /** Where a ref comes from, by who is known now. */
  public Draft.Origin origin(Environment environment, String ref) {
    ProjectRow project = project(environment.id().project());
    return origin(project, environment, repositories.resolve(project.repository(), ref));
  }

  private Draft.Origin origin(ProjectRow project, Environment environment, Commit commit) {
    ReleaseAdvanced furthest = environment.furthest();
    History history =
        repositories.history(
            project.repository(), furthest == null ? null : furthest.ref(), commit);
    List<String> authors =
        history.addresses().stream()
            .flatMap(address -> people.actorsAt(address).stream())
            .distinct()
            .sorted()
            .toList();
    return new Draft.Origin(history.descends(), authors);
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

  /** Proves a draft on scratch copies and measures it there; what is blocked cannot be run. */
  public PlanRehearsal rehearse(Draft draft) {
    ProjectRow project = project(draft.plan().project());
    SortedMap<String, RehearsalReport> reports = new TreeMap<>();
    draft
        .plan()
        .connections()
        .forEach((connection, schemaPlan) -> {
          if (!schemaPlan.isEmpty() && !schemaPlan.blocked()) {
            reports.put(
                connection,
                databases.rehearse(
                    draft.majorVersions().getOrDefault(connection, 0),
                    draft.live().getOrDefault(connection, Schema.empty()),
                    schemaPlan,
                    draft.declared().getOrDefault(connection, Schema.empty()),
                    seeds.of(draft, project, connection)));
          }
        });
    return new PlanRehearsal(reports, draft.rows());
  }

  /** What a commit declares for a connection. */
  public DeclaredSchema declared(
      ProjectRow project, Commit commit, String connection, int majorVersion) {
    String folder = project.connections().getOrDefault(connection, "");
    List<SqlFile> files = repositories.declaration(project.repository(), commit, folder);
    requireNoSecrets(files);
    return databases.declared(majorVersion, files);
  }

  /** What is declared becomes plans and artifacts, which are never taken back. */
  private static void requireNoSecrets(List<SqlFile> files) {
    List<String> places =
        files.stream()
            .flatMap(file -> SecretRefusal.places(file.path(), SecretScan.of(file.text())).stream())
            .toList();
    if (!places.isEmpty()) {
      throw new Refused(new SecretInDeclaration(places));
    }
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

  /** The rules that hold for an environment. */
  public Policy policy(Environment environment) {
    String rules = environment.rules();
    return rules == null
        ? Policy.undocumented(environment.approvalsRequired())
        : policies.policy(rules);
  }

  private PlanSettings planSettings(
      int version, SortedMap<String, String> conversions, Contract contract) {
    LedgerSettings.Apply apply = settings.apply();
    return new PlanSettings(
        version,
        millis(contract.lockTimeoutSeconds(), apply.lockTimeout()),
        millis(contract.statementTimeoutSeconds(), apply.statementTimeout()),
        new Retries(
            apply.lockAttempts(),
            apply.retryPause().toMillis(),
            apply.longestRetryPause().toMillis()),
        conversions,
        new TreeSet<>());
  }

  private static long millis(@Nullable Integer seconds, Duration usual) {
    return seconds == null ? usual.toMillis() : seconds * 1_000L;
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
