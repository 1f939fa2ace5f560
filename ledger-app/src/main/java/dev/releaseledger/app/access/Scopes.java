package dev.releaseledger.app.access;

import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownEnvironment;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownProject;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.Sight;
import dev.releaseledger.projections.environments.Environments;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The projects and environments that roles hold in. */
@Component
public class Scopes {

  private final Environments environments;

  Scopes(Environments environments) {
    this.environments = environments;
  }

  /** A scope as it was asked for. */
  public static Scope of(@Nullable String project, @Nullable String environment) {
    if (project == null && environment != null) {
      throw new Refused(new InvalidValue("project", "is missing: which one has " + environment));
    }
    return new Scope(project, environment);
  }

  /** Refuses a scope that is a slip of the pen: nothing would ever hold there. */
  public void requireKnown(Scope scope) {
    String project = scope.project();
    String environment = scope.environment();
    if (project != null && environments.named(project).isEmpty()) {
      throw new Refused(new UnknownProject(project));
    }
    if (project != null
        && environment != null
        && environments.one(project, environment).isEmpty()) {
      throw new Refused(new UnknownEnvironment(project, environment));
    }
  }

  /** How far a caller sees: a role everywhere shows everything. */
  public Sight sightOf(Caller caller) {
    if (!caller.rolesEverywhere().isEmpty()) {
      return Sight.ALL;
    }
    TreeSet<String> places = new TreeSet<>();
    for (var row : environments.all()) {
      if (!caller.rolesIn(new EnvironmentId(row.project(), row.environment())).isEmpty()) {
        places.add(row.project());
        places.add(row.project() + "/" + row.environment());
      }
    }
    for (var project : environments.projects()) {
      if (!caller.rolesIn(project.name()).isEmpty()) {
        places.add(project.name());
      }
    }
    return new Sight(false, places);
  }
}
