package dev.releaseledger.app.access;

import dev.releaseledger.app.access.Permissions.Permission;
import dev.releaseledger.app.refusal.CallerRefusal.RoleMissing;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRelease;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.projections.releases.Releases;
import dev.releaseledger.projections.rollouts.Rollouts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** Judges a call: the role that {@link Permissions} asks for has to hold where the call goes. */
@Component
public class Authorization {

  private final Rollouts rollouts;
  private final Releases releases;

  Authorization(Rollouts rollouts, Releases releases) {
    this.rollouts = rollouts;
    this.releases = releases;
  }

  /** Why the caller may not make this call, or nothing. */
  public Optional<Refusal> refusal(Caller caller, HttpMethod method, PathContainer path) {
    Permission needed = Permissions.of(method, path);
    Map<String, String> names =
        Objects.requireNonNull(needed.path().matchAndExtract(path)).getUriVariables();
    return switch (needed.place()) {
      case ANYBODY -> Optional.empty();
      case SOMEWHERE ->
          unless(caller.grants().somewhere(needed.roles()), caller, needed, Scope.EVERYWHERE);
      case EVERYWHERE -> in(Scope.EVERYWHERE, caller, needed);
      case PART -> {
        String project = named(names, "project");
        yield unless(
            caller.grants().somewhereIn(project, needed.roles()),
            caller,
            needed,
            Scope.of(project));
      }
      case PROJECT -> in(Scope.of(named(names, "project")), caller, needed);
      case ENVIRONMENT ->
          in(new Scope(named(names, "project"), named(names, "environment")), caller, needed);
      case ROLLOUT -> {
        String id = named(names, "id");
        List<EnvironmentId> places =
            rollouts.one(id).stream()
                .map(row -> new EnvironmentId(row.project(), row.environment()))
                .toList();
        yield inOneOf(places, caller, needed, new UnknownRollout(id));
      }
      case RELEASE -> {
        String id = named(names, "id");
        List<EnvironmentId> places =
            releases.uses(id).stream()
                .map(row -> new EnvironmentId(row.project(), row.environment()))
                .distinct()
                .toList();
        yield inOneOf(places, caller, needed, new UnknownRelease("The ledger", id));
      }
    };
  }

  /** What is nowhere is only told to be so; who sees a part of the ledger is told no more. */
  private static Optional<Refusal> inOneOf(
      List<EnvironmentId> places, Caller caller, Permission needed, Refusal unknown) {
    if (places.isEmpty()) {
      Optional<Refusal> everywhere = in(Scope.EVERYWHERE, caller, needed);
      return everywhere.isPresent() && caller.grants().somewhere(needed.roles())
          ? Optional.of(unknown)
          : everywhere;
    }
    return places.stream().anyMatch(id -> !Collections.disjoint(caller.rolesIn(id), needed.roles()))
        ? Optional.empty()
        : in(Scope.of(places.getFirst()), caller, needed);
  }

  private static Optional<Refusal> in(Scope scope, Caller caller, Permission needed) {
    boolean allowed = !Collections.disjoint(caller.grants().in(scope), needed.roles());
    return unless(allowed, caller, needed, scope);
  }

  private static Optional<Refusal> unless(
      boolean allowed, Caller caller, Permission needed, Scope scope) {
    return allowed
        ? Optional.empty()
        : Optional.of(RoleMissing.of(caller.name(), Permissions.words(needed.roles()), scope));
  }

  private static String named(Map<String, String> names, String name) {
    return Objects.requireNonNull(names.get(name), name);
  }
}
