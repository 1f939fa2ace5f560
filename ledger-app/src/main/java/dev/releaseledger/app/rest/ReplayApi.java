package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Scopes;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownEnvironment;
import dev.releaseledger.app.replaying.Moments;
import dev.releaseledger.app.replaying.Replay;
import dev.releaseledger.app.replaying.Replaying;
import dev.releaseledger.app.rest.ReplayView.ApprovalThen;
import dev.releaseledger.app.rest.ReplayView.EnvironmentThen;
import dev.releaseledger.app.rest.ReplayView.ObligationThen;
import dev.releaseledger.app.rest.ReplayView.PolicyThen;
import dev.releaseledger.app.rest.ReplayView.ReleaseThen;
import dev.releaseledger.app.rest.ReplayView.RolloutThen;
import dev.releaseledger.app.rest.ReplayView.SchemaThen;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.environment.Standing;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.projections.Sight;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How everything stood at an earlier moment. */
@RestController
@RequestMapping("/api/v1/replay")
class ReplayApi {

  private final Moments moments;
  private final Replaying replaying;
  private final Presenting presenting;
  private final Schemas schemas;
  private final Scopes scopes;

  ReplayApi(
      Moments moments, Replaying replaying, Presenting presenting, Schemas schemas, Scopes scopes) {
    this.moments = moments;
    this.replaying = replaying;
    this.presenting = presenting;
    this.schemas = schemas;
    this.scopes = scopes;
  }

  @GetMapping
  ReplayView at(
      @RequestParam(defaultValue = Moments.NOW) String at,
      @RequestParam(required = false) @Nullable String project,
      @RequestParam(required = false) @Nullable String environment,
      @RequestParam(name = "schemas", defaultValue = "false") boolean withSchemas,
      Caller caller) {
    Sight sight = scopes.sightOf(caller);
    Predicate<EnvironmentId> asked =
        id ->
            (project == null || id.project().equals(project))
                && (environment == null || id.environment().equals(environment))
                && sight.shows(id.project(), id.environment());
    Replay replay = replaying.at(moments.position(at, asked), asked);
    if (project != null
        && environment != null
        && replay.environments().isEmpty()
        && !replaying.isKnown(asked)) {
      throw new Refused(new UnknownEnvironment(project, environment));
    }
    return new ReplayView(
        replay.position(),
        replay.at(),
        replay.environments().stream().map(it -> view(it, withSchemas)).toList());
  }

  private EnvironmentThen view(Replay.Then then, boolean withSchemas) {
    Standing standing = then.standing();
    Environment environment = standing.environment();
    EnvironmentId id = environment.id();
    ReleaseAdvanced release = standing.release();
    PolicyAdopted policy = standing.policy();
    return new EnvironmentThen(
        id.project(),
        id.environment(),
        release == null ? null : release(release),
        policy == null ? null : policy(policy),
        environment.approvalsRequired(),
        environment.freezeReason(),
        then.projectFreeze(),
        standing.drift().name().toLowerCase(Locale.ROOT),
        standing.rollouts().stream().map(this::rollout).toList(),
        standing.obligations().stream()
            .map(it -> new ObligationThen(it.rollout(), it.what(), it.due()))
            .toList(),
        release == null ? List.of() : schemas(release, withSchemas),
        then.events());
  }

  private ReleaseThen release(ReleaseAdvanced release) {
    return new ReleaseThen(
        release.release(),
        release.ref(),
        release.cause().toString(),
        release.rollout(),
        release.at(),
        presenting.actor(release.actor()));
  }

  private PolicyThen policy(PolicyAdopted policy) {
    return new PolicyThen(
        policy.version(),
        policy.policy(),
        policy.marked(),
        policy.at(),
        presenting.actor(policy.actor()));
  }

  private RolloutThen rollout(Rollout rollout) {
    var schedule = rollout.status() == RolloutStatus.SCHEDULED ? rollout.schedule() : null;
    return new RolloutThen(
        rollout.id(),
        rollout.status().word(),
        rollout.proposal().ref(),
        rollout.proposal().planDigest(),
        presenting.actor(rollout.proposal().actor()),
        rollout.proposal().at(),
        rollout.ballot().people(),
        rollout.approvals().values().stream()
            .map(it -> new ApprovalThen(presenting.actor(it.actor()), it.at(), it.capacities()))
            .toList(),
        schedule == null ? null : schedule.applyAt());
  }

  private List<SchemaThen> schemas(ReleaseAdvanced release, boolean withSchemas) {
    return release.schemas().entrySet().stream()
        .map(entry -> {
          String snapshot = release.snapshots().getOrDefault(entry.getKey(), "");
          return new SchemaThen(
              entry.getKey(),
              entry.getValue(),
              snapshot,
              withSchemas ? Planning.script(schemas.schema(snapshot)) : null);
        })
        .toList();
  }
}
