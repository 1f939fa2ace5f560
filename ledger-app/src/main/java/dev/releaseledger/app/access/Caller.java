package dev.releaseledger.app.access;

import dev.releaseledger.app.refusal.CallerRefusal.RoleMissing;
import dev.releaseledger.app.refusal.CallerRefusal.TriggerNotAllowed;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param actor the actor id that events carry
 * @param name the actor's name, for people
 * @param groups the groups the actor is in, with those that an identity provider's token tells
 * @param triggers how the caller may say that an apply came about
 * @param credential what the caller showed, as an id: calls are counted by it
 * @param expiresAt when what the caller showed is worth nothing any more
 */
public record Caller(
    String actor,
    String name,
    SortedSet<String> groups,
    Grants grants,
    SortedSet<String> triggers,
    String credential,
    @Nullable Instant expiresAt) {

  /** How an apply may come about: a deployment is never one of them. */
  public static final SortedSet<String> TRIGGERS =
      Collections.unmodifiableSortedSet(new TreeSet<>(Set.of("manual", "pipeline")));

  public Caller {
    groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    triggers = Collections.unmodifiableSortedSet(new TreeSet<>(triggers));
  }

  /** The caller's roles in an environment. */
  public Set<Role> rolesIn(EnvironmentId id) {
    return grants.in(Scope.of(id));
  }

  /** The words for the caller's roles in an environment. */
  public Set<String> roleWordsIn(EnvironmentId id) {
    return Set.copyOf(Permissions.words(rolesIn(id)));
  }

  /** The caller's roles in a project as a whole. */
  public Set<Role> rolesIn(String project) {
    return grants.in(Scope.of(project));
  }

  /** The caller's roles that hold everywhere, but where a nearer grant says otherwise. */
  public Set<Role> rolesEverywhere() {
    return grants.in(Scope.EVERYWHERE);
  }

  /** Refuses what the caller may not read. */
  public void requireReader(EnvironmentId id) {
    if (rolesIn(id).isEmpty()) {
      throw new Refused(RoleMissing.of(name, Permissions.words(Permissions.READERS), Scope.of(id)));
    }
  }

  /** Refuses what is an admin's alone. */
  public void requireAdmin(EnvironmentId id) {
    if (!rolesIn(id).contains(Role.ADMIN)) {
      throw new Refused(RoleMissing.of(name, List.of(Role.ADMIN.word()), Scope.of(id)));
    }
  }

  /** Refuses what is an admin's alone, wherever it is. */
  public void requireAdmin(Scope scope) {
    if (!grants.in(scope).contains(Role.ADMIN)) {
      throw new Refused(RoleMissing.of(name, List.of(Role.ADMIN.word()), scope));
    }
  }

  /** Whether the caller sees who is told what happens in a scope. */
  public boolean auditsIn(Scope scope) {
    return !Collections.disjoint(grants.in(scope), Permissions.AUDITORS);
  }

  /** Refuses what only an admin or an auditor sees. */
  public void requireAuditor(Scope scope) {
    if (!auditsIn(scope)) {
      throw new Refused(RoleMissing.of(name, Permissions.words(Permissions.AUDITORS), scope));
    }
  }

  /** Refuses to go past the gates with somebody who is not on call. */
  public void requireOnCall(EnvironmentId id) {
    if (Collections.disjoint(rolesIn(id), Permissions.ON_CALL)) {
      throw new Refused(RoleMissing.of(name, Permissions.words(Permissions.ON_CALL), Scope.of(id)));
    }
  }

  /** Refuses a way to have come to an apply that is not the caller's; a deployment is no way. */
  public void requireTrigger(String trigger) {
    if (TRIGGERS.contains(trigger) && !triggers.contains(trigger)) {
      throw new Refused(new TriggerNotAllowed(trigger, List.copyOf(triggers)));
    }
  }
}
