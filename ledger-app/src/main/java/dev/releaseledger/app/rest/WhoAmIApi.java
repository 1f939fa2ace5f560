package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Permissions;
import dev.releaseledger.domain.access.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** As whom the service knows the caller. */
@RestController
@RequestMapping("/api/v1/whoami")
class WhoAmIApi {

  /** The roles in one scope, which take the place of those around it. */
  record RolesIn(@Nullable String project, @Nullable String environment, List<String> roles) {}

  /** The roles that hold everywhere, and those that hold in a scope. */
  record WhoAmI(
      String actor,
      String name,
      List<String> roles,
      List<RolesIn> scopes,
      SortedSet<String> groups,
      SortedSet<String> triggers,
      @Nullable Instant expiresAt) {}

  @GetMapping
  WhoAmI whoami(Caller caller) {
    return new WhoAmI(
        caller.actor(),
        caller.name(),
        Permissions.words(caller.rolesEverywhere()),
        caller
            .grants()
            .scopes()
            .filter(scope -> !scope.equals(Scope.EVERYWHERE))
            .sorted(Comparator.comparing(Scope::toString))
            .map(scope ->
                new RolesIn(
                    scope.project(),
                    scope.environment(),
                    Permissions.words(caller.grants().in(scope))))
            .toList(),
        caller.groups(),
        caller.triggers(),
        caller.expiresAt());
  }
}
