package dev.releaseledger.app.access;

import static dev.releaseledger.app.access.Permissions.Place.ANYBODY;
import static dev.releaseledger.app.access.Permissions.Place.ENVIRONMENT;
import static dev.releaseledger.app.access.Permissions.Place.EVERYWHERE;
import static dev.releaseledger.app.access.Permissions.Place.PART;
import static dev.releaseledger.app.access.Permissions.Place.PROJECT;
import static dev.releaseledger.app.access.Permissions.Place.RELEASE;
import static dev.releaseledger.app.access.Permissions.Place.ROLLOUT;
import static dev.releaseledger.app.access.Permissions.Place.SOMEWHERE;
import static dev.releaseledger.app.access.Role.ADMIN;
import static dev.releaseledger.app.access.Role.APPROVER;
import static dev.releaseledger.app.access.Role.AUDITOR;
import static dev.releaseledger.app.access.Role.DEPLOYER;
import static dev.releaseledger.app.access.Role.OPERATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may call what, and where the role has to hold: the one table. */
public final class Permissions {

  /** Whoever has a role at all may read. */
  public static final Set<Role> READERS = Set.copyOf(EnumSet.allOf(Role.class));

  /** Who sees how the ledger is kept. */
  public static final Set<Role> AUDITORS = Set.of(AUDITOR, ADMIN);

  private static final Set<Role> APPROVERS = EnumSet.of(APPROVER, ADMIN);
  private static final Set<Role> DEPLOYERS = EnumSet.of(DEPLOYER, OPERATOR, ADMIN);
  private static final Set<Role> OPERATORS = EnumSet.of(OPERATOR, ADMIN);

  /** Who goes past the gates when there is no time; an admin alone does not. */
  public static final Set<Role> ON_CALL = Set.of(OPERATOR);

  private static final Set<Role> WORKERS = EnumSet.of(APPROVER, DEPLOYER, OPERATOR, ADMIN);
  private static final Set<Role> ADMINS = EnumSet.of(ADMIN);

  private static final String ONE_PROJECT = "/api/v1/projects/{project}";
  private static final String ONE = ONE_PROJECT + "/environments/{environment}";
  private static final String A_ROLLOUT = "/api/v1/rollouts/{id}";

  private static final List<Permission> TABLE =
      List.of(
          permit(GET, "/api/v1/whoami", ANYBODY, Set.of()),
          permit(GET, "/api/v1/tokens", EVERYWHERE, AUDITORS),
          permit(GET, "/api/v1/bindings", EVERYWHERE, AUDITORS),
          permit(GET, "/api/v1/groups/**", EVERYWHERE, AUDITORS),
          permit(GET, "/api/v1/actors", EVERYWHERE, AUDITORS),
          permit(GET, "/api/v1/projections", EVERYWHERE, READERS),
          // It reads all there is, and changes nothing.
          permit(POST, "/api/v1/projections/verify", EVERYWHERE, AUDITORS),
          permit(POST, "/api/v1/log/verification", EVERYWHERE, AUDITORS),
          // It has the names of all projects, and how much happens in them.
          permit(GET, "/api/v1/log/**", EVERYWHERE, AUDITORS),
          permit(POST, "/api/v1/log/**", EVERYWHERE, ADMINS),
          // It records who was given the evidence, and nothing else.
          permit(POST, "/api/v1/evidence/**", EVERYWHERE, AUDITORS),
          // The subscription says where the role has to hold.
          permit(GET, "/api/v1/subscriptions/**", SOMEWHERE, AUDITORS),
          permit(GET, "/api/v1/deliveries", SOMEWHERE, AUDITORS),
          permit(null, "/api/v1/subscriptions/**", SOMEWHERE, ADMINS),
          permit(null, "/api/v1/deliveries/**", SOMEWHERE, ADMINS),
          permit(GET, ONE_PROJECT, PART, READERS),
          permit(GET, ONE_PROJECT + "/environments", PART, READERS),
          // It says which database the service's credentials are shown to.
          permit(POST, ONE_PROJECT + "/environments", EVERYWHERE, ADMINS),
          permit(GET, ONE_PROJECT + "/feed.atom", PART, READERS),
          permit(GET, ONE_PROJECT + "/feed.json", PART, READERS),
          permit(GET, ONE + "/**", ENVIRONMENT, READERS),
          permit(POST, ONE + "/plan", ENVIRONMENT, READERS),
          permit(POST, ONE + "/lint", ENVIRONMENT, WORKERS),
          permit(POST, ONE + "/standards/check", ENVIRONMENT, READERS),
          // It records nothing.
          permit(POST, ONE + "/readiness", ENVIRONMENT, READERS),
          permit(POST, ONE + "/drift/check", ENVIRONMENT, WORKERS),
          permit(POST, ONE + "/apply", ENVIRONMENT, DEPLOYERS),
          permit(POST, ONE + "/promote", ENVIRONMENT, DEPLOYERS),
          permit(POST, ONE + "/rollback", ENVIRONMENT, DEPLOYERS),
          permit(POST, ONE_PROJECT + "/freeze", PROJECT, OPERATORS),
          permit(POST, ONE_PROJECT + "/unfreeze", PROJECT, OPERATORS),
          permit(POST, ONE + "/backups", ENVIRONMENT, DEPLOYERS),
          permit(POST, ONE + "/evidence", ENVIRONMENT, AUDITORS),
          permit(POST, ONE + "/freeze", ENVIRONMENT, OPERATORS),
          permit(POST, ONE + "/unfreeze", ENVIRONMENT, OPERATORS),
          permit(POST, ONE + "/baseline", ENVIRONMENT, OPERATORS),
          permit(GET, A_ROLLOUT + "/**", ROLLOUT, READERS),
          permit(POST, A_ROLLOUT + "/approve", ROLLOUT, APPROVERS),
          permit(POST, A_ROLLOUT + "/withdraw", ROLLOUT, APPROVERS),
          permit(POST, A_ROLLOUT + "/review", ROLLOUT, APPROVERS),
          permit(POST, A_ROLLOUT + "/reject", ROLLOUT, APPROVERS),
          permit(POST, A_ROLLOUT + "/defer", ROLLOUT, APPROVERS),
          permit(POST, A_ROLLOUT + "/comment", ROLLOUT, WORKERS),
          permit(POST, A_ROLLOUT + "/ticket", ROLLOUT, WORKERS),
          permit(POST, A_ROLLOUT + "/test", ROLLOUT, WORKERS),
          permit(POST, A_ROLLOUT + "/note", ROLLOUT, WORKERS),
          permit(POST, A_ROLLOUT + "/backfill", ROLLOUT, DEPLOYERS),
          permit(POST, A_ROLLOUT + "/schedule", ROLLOUT, DEPLOYERS),
          permit(POST, A_ROLLOUT + "/unschedule", ROLLOUT, DEPLOYERS),
          permit(POST, A_ROLLOUT + "/emergency", ROLLOUT, ON_CALL),
          permit(POST, A_ROLLOUT + "/abort", ROLLOUT, DEPLOYERS),
          permit(POST, A_ROLLOUT + "/resume", ROLLOUT, DEPLOYERS),
          permit(GET, "/api/v1/releases/{id}", RELEASE, READERS),
          permit(GET, "/api/v1/**", SOMEWHERE, READERS),
          // What is not named is an admin's, of as little as the path says.
          permit(null, ONE + "/**", ENVIRONMENT, ADMINS),
          permit(null, A_ROLLOUT + "/**", ROLLOUT, ADMINS),
          permit(null, ONE_PROJECT + "/**", PROJECT, ADMINS),
          permit(null, "/**", EVERYWHERE, ADMINS));

  private Permissions() {}

  /** Where a role has to hold for a call. */
  public enum Place {
    /** No role is asked for, only to be known. */
    ANYBODY,
    /** In any place; the answer shows what the caller may see. */
    SOMEWHERE,
    /** In the project of the path or in a part of it; the answer shows what the caller may see. */
    PART,
    PROJECT,
    ENVIRONMENT,
    /** In the environment of the rollout. */
    ROLLOUT,
    /** In an environment that had the release. */
    RELEASE,
    EVERYWHERE
  }

  /**
   * A call, where a role has to hold for it, and the roles that may make it.
   *
   * @param method the method, or null for every one
   */
  public record Permission(
      @Nullable HttpMethod method, PathPattern path, Place place, Set<Role> roles) {
    public Permission {
      roles = Set.copyOf(roles);
    }

    private boolean fits(HttpMethod called, PathContainer at) {
      return (method == null || method.equals(called)) && path.matches(at);
    }
  }

  /** The permission that decides a call: the first that fits. */
  public static Permission of(HttpMethod method, PathContainer path) {
    return TABLE.stream().filter(p -> p.fits(method, path)).findFirst().orElseThrow();
  }

  /** Roles as words, in their order. */
  public static List<String> words(Collection<Role> roles) {
    return Arrays.stream(Role.values()).filter(roles::contains).map(Role::word).toList();
  }

  private static Permission permit(
      @Nullable HttpMethod method, String path, Place place, Set<Role> roles) {
    return new Permission(method, PathPatternParser.defaultInstance.parse(path), place, roles);
  }
}
