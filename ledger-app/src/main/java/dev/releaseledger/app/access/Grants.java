package dev.releaseledger.app.access;

import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.access.Subject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The roles of one caller, by scope.
 *
 * @param granted what was granted to the caller and to the caller's groups
 * @param limit the scope beyond which the caller has none of it
 */
public record Grants(List<Grant> granted, Scope limit) {

  /** A role of a subject in a scope. */
  public record Grant(Subject subject, Role role, Scope scope) {}

  public Grants {
    granted = List.copyOf(granted);
  }

  /** One role in one scope, whatever else its holder was granted. */
  public static Grants only(Subject subject, Role role, Scope scope) {
    return new Grants(List.of(new Grant(subject, role, scope)), scope);
  }

  /**
   * The roles that hold in a scope: of each subject those that were granted nearest to it, so that
   * a grant on an environment takes the place of the same subject's wider ones, and can be less.
   */
  public Set<Role> in(Scope scope) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (limit.covers(scope)) {
      nearest(scope)
          .forEach((subject, nearness) ->
              granted.stream()
                  .filter(grant -> grant.subject().equals(subject))
                  .filter(grant -> grant.scope().covers(scope))
                  .filter(grant -> grant.scope().nearness() == nearness)
                  .forEach(grant -> roles.add(grant.role())));
    }
    return Collections.unmodifiableSet(roles);
  }

  /** Whether one of the roles holds somewhere. */
  public boolean somewhere(Set<Role> roles) {
    return scopes().anyMatch(scope -> !Collections.disjoint(in(scope), roles));
  }

  /** Whether one of the roles holds in the project or in a part of it. */
  public boolean somewhereIn(String project, Set<Role> roles) {
    Scope whole = Scope.of(project);
    return Stream.concat(Stream.of(whole), scopes().filter(whole::covers))
        .anyMatch(scope -> !Collections.disjoint(in(scope), roles));
  }

  /** Every scope in which the roles may be others than around it. */
  public Stream<Scope> scopes() {
    return granted.stream().map(Grant::scope).flatMap(scope -> within(scope).stream()).distinct();
  }

  private Optional<Scope> within(Scope scope) {
    return limit.covers(scope)
        ? Optional.of(scope)
        : scope.covers(limit) ? Optional.of(limit) : Optional.empty();
  }

  private Map<Subject, Integer> nearest(Scope scope) {
    Map<Subject, Integer> nearest = new HashMap<>();
    granted.stream()
        .filter(grant -> grant.scope().covers(scope))
        .forEach(grant -> nearest.merge(grant.subject(), grant.scope().nearness(), Math::max));
    return nearest;
  }
}
