package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.governing.Governing;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownPolicy;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.environments.EnvironmentRow;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.policies.AdoptedPolicy;
import dev.releaseledger.projections.policies.Policies;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules of environments. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments/{environment}/policy")
class PolicyApi {

  private final Governing governing;
  private final Drafting drafting;
  private final Policies policies;
  private final Environments environments;
  private final KeptPolicies kept;
  private final Artifacts artifacts;
  private final Presenting presenting;
  private final Answers answers;

  PolicyApi(
      Governing governing,
      Drafting drafting,
      Policies policies,
      Environments environments,
      KeptPolicies kept,
      Artifacts artifacts,
      Presenting presenting,
      Answers answers) {
    this.governing = governing;
    this.drafting = drafting;
    this.policies = policies;
    this.environments = environments;
    this.kept = kept;
    this.artifacts = artifacts;
    this.presenting = presenting;
    this.answers = answers;
  }

  record NewPolicy(@Nullable String document, @Nullable String reason) {}

  record PolicyView(
      String project,
      String environment,
      int version,
      String digest,
      String marked,
      int approvalsRequired,
      @Nullable String document,
      SortedMap<String, String> settings,
      @Nullable String reason,
      @Nullable String adoptedBy,
      @Nullable Instant adoptedAt) {}

  @GetMapping
  PolicyView show(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(required = false) @Nullable String at) {
    EnvironmentId id = new EnvironmentId(project, environment);
    Environment found = drafting.environment(id);
    if (version != null && at != null) {
      throw new Refused(
          new InvalidValue("at", "and version name one policy each: give one of them"));
    }
    if (version != null && version != 0) {
      return view(
          id,
          policies
              .version(project, environment, version)
              .orElseThrow(() -> new Refused(new UnknownPolicy(id.toString(), version))));
    }
    Optional<AdoptedPolicy> adopted =
        version != null
            ? Optional.empty()
            : at == null
                ? policies.current(project, environment)
                : policies.at(project, environment, instant(at));
    return adopted.map(it -> view(id, it)).orElseGet(() -> undocumented(id, found));
  }

  @PutMapping
  ResponseEntity<PolicyView> adopt(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestBody NewPolicy request,
      Caller caller) {
    EnvironmentId id = new EnvironmentId(project, environment);
    String document = Values.required("document", request.document());
    if (dryRun) {
      PolicyAdopted current = drafting.environment(id).policy();
      Policy policy = governing.read(document);
      boolean same = current != null && current.policy().equals(policy.digest().value());
      int version = current == null ? 1 : current.version() + (same ? 0 : 1);
      return ResponseEntity.ok(view(id, version, policy, document, null));
    }
    long position = governing.adopt(id, document, request.reason(), caller.actor());
    return answers.ok(
        position, () -> view(id, policies.current(project, environment).orElseThrow()));
  }

  private PolicyView view(EnvironmentId id, AdoptedPolicy adopted) {
    return view(
        id,
        adopted.version(),
        kept.policy(adopted.policy()),
        artifacts.get(adopted.document()).orElse(null),
        adopted);
  }

  /** What held before a policy was adopted. */
  private PolicyView undocumented(EnvironmentId id, Environment found) {
    int approvals =
        found.policy() == null
            ? found.approvalsRequired()
            : environments
                .one(id.project(), id.environment())
                .map(EnvironmentRow::approvalsAtFirst)
                .orElse(0);
    return view(id, 0, Policy.undocumented(approvals), null, null);
  }

  private PolicyView view(
      EnvironmentId id,
      int version,
      Policy policy,
      @Nullable String document,
      @Nullable AdoptedPolicy adopted) {
    return new PolicyView(
        id.project(),
        id.environment(),
        version,
        policy.digest().value(),
        policy.marked().word(),
        policy.approvalsRequired(),
        document,
        policy.settings(),
        adopted == null ? null : adopted.reason(),
        adopted == null ? null : presenting.actor(adopted.adoptedBy()),
        adopted == null ? null : adopted.adoptedAt());
  }

  private static Instant instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      int year = instant.atZone(ZoneOffset.UTC).getYear();
      if (year > 0 && year < 10_000) {
        return instant;
      }
    } catch (DateTimeException e) {
      // It is answered as what is no instant of this era.
    }
    throw new Refused(new InvalidValue("at", "must be an instant such as 2026-01-31T12:00:00Z"));
  }
}
