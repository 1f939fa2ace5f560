package dev.releaseledger.app.access;

import static dev.releaseledger.app.access.Role.ADMIN;
import static dev.releaseledger.app.access.Role.APPROVER;
import static dev.releaseledger.app.access.Role.DEPLOYER;
import static dev.releaseledger.app.access.Role.VIEWER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** Who may call what: the one table; what it does not name is an admin's. */
public final class Permissions {

  private static final String ENVIRONMENT = "/api/v1/projects/*/environments/*";

  private static final List<Permission> TABLE =
      List.of(
          permit(HttpMethod.GET, "/api/v1/tokens", ADMIN),
          permit(HttpMethod.GET, "/api/v1/**", VIEWER, APPROVER, DEPLOYER, ADMIN),
          permit(HttpMethod.POST, ENVIRONMENT + "/plan", VIEWER, APPROVER, DEPLOYER, ADMIN),
          permit(HttpMethod.POST, ENVIRONMENT + "/lint", APPROVER, DEPLOYER, ADMIN),
          permit(HttpMethod.POST, ENVIRONMENT + "/drift/check", APPROVER, DEPLOYER, ADMIN),
          permit(HttpMethod.POST, ENVIRONMENT + "/apply", DEPLOYER, ADMIN),
          permit(HttpMethod.POST, ENVIRONMENT + "/promote", DEPLOYER, ADMIN),
          permit(HttpMethod.POST, ENVIRONMENT + "/rollback", DEPLOYER, ADMIN),
          permit(HttpMethod.POST, "/api/v1/rollouts/*/approve", APPROVER, ADMIN),
          permit(HttpMethod.POST, "/api/v1/rollouts/*/reject", APPROVER, ADMIN),
          permit(HttpMethod.POST, "/api/v1/rollouts/*/defer", APPROVER, ADMIN),
          permit(HttpMethod.POST, "/api/v1/rollouts/*/abort", DEPLOYER, ADMIN),
          permit(HttpMethod.POST, "/api/v1/rollouts/*/resume", DEPLOYER, ADMIN));

  private Permissions() {}

  /** A call and the roles that may make it. */
  public record Permission(HttpMethod method, String path, Set<Role> roles) {
    public Permission {
      roles = Set.copyOf(roles);
    }
  }

  /** Every permission; the first that fits a call decides it. */
  public static List<Permission> table() {
    return TABLE;
  }

  private static Permission permit(HttpMethod method, String path, Role first, Role... others) {
    return new Permission(method, path, EnumSet.of(first, others));
  }
}
