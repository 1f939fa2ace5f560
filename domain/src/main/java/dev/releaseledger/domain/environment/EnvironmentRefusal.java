package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.policy.Refusal;
import java.util.Map;
import java.util.Set;

/** Why an environment says no. */
public sealed interface EnvironmentRefusal extends Refusal {

  /** Nobody approves a plan of their own. */
  record OwnPlan(String rollout) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "own-plan";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The plan of %s was proposed by the same actor; nobody approves a plan of their own."
          .formatted(rollout);
    }

    @Override
    public String remedy() {
      return "Ask somebody else with the role approver to approve it.";
    }
  }

  /** One person's yes counts once. */
  record AlreadyApproved(String rollout) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "already-approved";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "This actor has approved %s already; every approval is another person's."
          .formatted(rollout);
    }

    @Override
    public String remedy() {
      return "Ask a further approver, or apply when enough have approved.";
    }
  }

  /** The word was given for another plan. */
  record DigestMismatch(String rollout, String given, String actual) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "digest-mismatch";
    }

    @Override
    public Category category() {
      return Category.STALE;
    }

    @Override
    public String detail() {
      return "The digest given is %s, but the plan of %s has %s.".formatted(given, rollout, actual);
    }

    @Override
    public String remedy() {
      return "Read the plan again (ledgerctl rollout show %s) and decide about that one."
          .formatted(rollout);
    }
  }

  /** The rollout is not in a state in which this can be done. */
  record WrongStatus(String rollout, String wanted, RolloutStatus status)
      implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "wrong-status";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s is %s; to %s it has to be in another state."
          .formatted(rollout, status.word(), wanted);
    }

    @Override
    public String remedy() {
      return "See what became of it with ledgerctl rollout show %s; a rollout that is over is"
              .formatted(rollout)
          + " replaced by applying the ref again.";
    }
  }

  /** Not enough people have said yes. */
  record ApprovalsMissing(String rollout, String planDigest, int given, int required)
      implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "approvals-missing";
    }

    @Override
    public Category category() {
      return Category.WAITING;
    }

    @Override
    public String detail() {
      return "%s has %d of %d approvals.".formatted(rollout, given, required);
    }

    @Override
    public String remedy() {
      return "Somebody else approves it with: ledgerctl rollout approve %s --digest %s"
          .formatted(rollout, planDigest);
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("rolloutId", rollout, "planDigest", planDigest);
    }
  }

  /** Somebody stopped everything. */
  record Frozen(String environment, String reason) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "environment-frozen";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s is frozen: %s.".formatted(environment, reason);
    }

    @Override
    public String remedy() {
      return "Wait until it is unfrozen, or have an admin run ledgerctl env unfreeze.";
    }
  }

  /** The environment is not frozen. */
  record NotFrozen(String environment) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "not-frozen";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return environment + " is not frozen.";
    }

    @Override
    public String remedy() {
      return "Nothing needs to be done.";
    }
  }

  /** One apply at a time. */
  record AnotherApply(String environment, String rollout) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "another-apply";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s is being changed by %s.".formatted(environment, rollout);
    }

    @Override
    public String remedy() {
      return "Wait until it has ended (ledgerctl rollout show %s), then ask again. If it was"
              .formatted(rollout)
          + " interrupted: ledgerctl rollout resume "
          + rollout;
    }
  }

  /** The plan was made under other rules than those that hold now. */
  record PolicyChanged(String environment) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "policy-changed";
    }

    @Override
    public Category category() {
      return Category.STALE;
    }

    @Override
    public String detail() {
      return "%s adopted another policy while the plan was made.".formatted(environment);
    }

    @Override
    public String remedy() {
      return "Ask again: the plan is then made under the policy that holds.";
    }
  }

  /** The runner's lease was taken over by another one. */
  record LeaseLost(String rollout, long token, long current) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "lease-lost";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The lease %d of %s was taken over by lease %d.".formatted(token, rollout, current);
    }

    @Override
    public String remedy() {
      return "Another runner goes on with this rollout; nothing needs to be done here.";
    }
  }

  /** The last check found the database to be different. */
  record DriftPresent(String environment) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "drift-present";
    }

    @Override
    public Category category() {
      return Category.DRIFT;
    }

    @Override
    public String detail() {
      return "The database of %s differs from what the ledger knows.".formatted(environment);
    }

    @Override
    public String remedy() {
      return "See what differs with ledgerctl drift show, undo it in the database or declare it in"
          + " git and adopt it with ledgerctl env baseline --ref, then run ledgerctl drift check.";
    }
  }

  /** No rollout of this name here. */
  record UnknownRollout(String rollout) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "unknown-rollout";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no rollout %s.".formatted(rollout);
    }

    @Override
    public String remedy() {
      return "List them with ledgerctl rollout list.";
    }
  }

  /** No release of this name here. */
  record UnknownRelease(String environment, String release) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "unknown-release";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "%s never had a release %s.".formatted(environment, release);
    }

    @Override
    public String remedy() {
      return "List its releases with ledgerctl release list.";
    }
  }

  /** The database does not have the schema of the release. */
  record SchemaDiffers(String environment, String release, Set<String> connections)
      implements EnvironmentRefusal {
    public SchemaDiffers {
      connections = Set.copyOf(connections);
    }

    @Override
    public String slug() {
      return "schema-differs";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s cannot have release %s: the schema of connection %s is another one."
          .formatted(
              environment, release, String.join(", ", connections.stream().sorted().toList()));
    }

    @Override
    public String remedy() {
      return "Apply the release's ref to this environment; a pointer moves only to what is there.";
    }
  }
}
