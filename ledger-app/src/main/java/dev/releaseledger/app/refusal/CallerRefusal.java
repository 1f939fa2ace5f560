package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.policy.Refusal;
import java.util.List;
import java.util.Map;

/** Why somebody may not do something, and who is meant. */
public sealed interface CallerRefusal extends Refusal {

  /**
   * The caller has none of the roles that may do this here.
   *
   * @param caller the caller's name
   * @param roles the roles that may
   * @param scope where one of them is needed
   * @param grant the options of the command that grants the first of them
   */
  record RoleMissing(String caller, List<String> roles, String scope, String grant)
      implements CallerRefusal {
    public RoleMissing {
      roles = List.copyOf(roles);
    }

    /** With the command that helps. */
    public static RoleMissing of(String caller, List<String> roles, Scope scope) {
      String where =
          (scope.project() == null ? "" : " --project " + scope.project())
              + (scope.environment() == null ? "" : " --env " + scope.environment());
      return new RoleMissing(
          caller,
          roles,
          scope.toString(),
          "--actor %s --role %s%s".formatted(caller, roles.getFirst(), where));
    }

    @Override
    public String slug() {
      return "forbidden";
    }

    @Override
    public Category category() {
      return Category.FORBIDDEN;
    }

    @Override
    public String detail() {
      return "%s has no role that allows this %s: it takes %s."
          .formatted(
              caller,
              scope.equals(Scope.EVERYWHERE.toString()) ? "everywhere" : "in " + scope,
              or(roles));
    }

    @Override
    public String remedy() {
      return "An admin grants one with: ledgerctl access grant %s --reason TEXT. A token may be"
              .formatted(grant)
          + " limited to less than its holder's roles: ledgerctl whoami shows what this one has."
          + " docs/permissions.md has the table.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("roles", roles, "scope", scope);
    }

    private static String or(List<String> roles) {
      return roles.size() == 1
          ? roles.getFirst()
          : String.join(", ", roles.subList(0, roles.size() - 1)) + " or " + roles.getLast();
    }
  }

  /** The token does not let its holder say that an apply came about like this. */
  record TriggerNotAllowed(String trigger, List<String> allowed) implements CallerRefusal {
    public TriggerNotAllowed {
      allowed = List.copyOf(allowed);
    }

    @Override
    public String slug() {
      return "trigger-not-allowed";
    }

    @Override
    public Category category() {
      return Category.FORBIDDEN;
    }

    @Override
    public String detail() {
      return "The token allows the trigger %s, but the apply says %s. Nothing was executed."
          .formatted(String.join(" or ", allowed), trigger);
    }

    @Override
    public String remedy() {
      return "Say what triggered the apply with --trigger, or use a token that allows it: ledgerctl"
          + " token create --trigger %s".formatted(trigger);
    }
  }

  /** No actor of this name. */
  record UnknownActor(String name) implements CallerRefusal {
    @Override
    public String slug() {
      return "unknown-actor";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no actor %s.".formatted(name);
    }

    @Override
    public String remedy() {
      return "List them with ledgerctl actor list, or make one known with ledgerctl actor set %s."
          .formatted(name);
    }
  }

  /** Nobody can log in, because the service knows no identity provider. */
  record NoLogin(String server) implements CallerRefusal {
    @Override
    public String slug() {
      return "no-login";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "%s knows no identity provider to log in with.".formatted(server);
    }

    @Override
    public String remedy() {
      return "Use a token (ledgerctl token create), or let the operator of the service set"
          + " LEDGER_OIDC_ISSUER and LEDGER_OIDC_CLIENT_ID.";
    }
  }

  /** The caller follows the timeline as often as one may. */
  record TooManyStreams(String caller, int most) implements CallerRefusal {
    @Override
    public String slug() {
      return "too-many-streams";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s follows the timeline %s already, and may not do so more often."
          .formatted(caller, most == 1 ? "once" : most + " times");
    }

    @Override
    public String remedy() {
      return "End one of them, follow with wider filters, or raise ledger.limits.streams.";
    }
  }

  /** A token was shown as a password that does more than read. */
  record FeedTokenTooStrong(String caller, List<String> roles) implements CallerRefusal {
    public FeedTokenTooStrong {
      roles = List.copyOf(roles);
    }

    @Override
    public String slug() {
      return "feed-token-too-strong";
    }

    @Override
    public Category category() {
      return Category.FORBIDDEN;
    }

    @Override
    public String detail() {
      return "The password is a token of %s that does more than read: %s."
          .formatted(caller, String.join(", ", roles));
    }

    @Override
    public String remedy() {
      return "Give the feed reader a token of its own that only reads: ledgerctl token create"
          + " --actor NAME --role viewer, with --project and --env.";
    }
  }
}
