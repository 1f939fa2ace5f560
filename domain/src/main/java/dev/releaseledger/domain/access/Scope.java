package dev.releaseledger.domain.access;

import dev.releaseledger.domain.environment.EnvironmentId;
import org.jspecify.annotations.Nullable;

/**
 * Where a role holds: everywhere, in a project, or in one environment of it.
 *
 * @param project the project, or null for every one
 * @param environment the environment, or null for every one of the project
 */
public record Scope(@Nullable String project, @Nullable String environment) {

  /** Every project and environment. */
  public static final Scope EVERYWHERE = new Scope(null, null);

  public Scope {
    if (project == null && environment != null) {
      throw new IllegalArgumentException("an environment without its project: " + environment);
    }
  }

  /** A project with all its environments. */
  public static Scope of(String project) {
    return new Scope(project, null);
  }

  /** One environment. */
  public static Scope of(EnvironmentId id) {
    return new Scope(id.project(), id.environment());
  }

  /** Whether what holds here holds there too. */
  public boolean covers(Scope other) {
    return (project == null || project.equals(other.project))
        && (environment == null || environment.equals(other.environment));
  }

  /** How near it is to one environment: of two that cover the same, the nearer one decides. */
  public int nearness() {
    return project == null ? 0 : environment == null ? 1 : 2;
  }

  @Override
  public String toString() {
    return project == null
        ? "everywhere"
        : environment == null ? project : project + "/" + environment;
  }
}
