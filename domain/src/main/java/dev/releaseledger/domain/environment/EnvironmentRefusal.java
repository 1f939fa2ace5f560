package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.policy.Refusal;
import java.time.Instant;
import java.util.List;
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

  /** Nobody approves what they wrote, where the policy keeps that apart. */
  record OwnCommits(String rollout) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "own-commits";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The same actor wrote a commit of %s, and the policy keeps authors and approvers apart."
          .formatted(rollout);
    }

    @Override
    public String remedy() {
      return "Ask somebody to approve it who wrote none of it.";
    }
  }

  /** It is not known whether this person wrote some of it. */
  record ApproverUnidentified(String rollout) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "approver-unidentified";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The policy keeps authors and approvers apart, and the ledger does not know under"
          + " which git"
          + " addresses this actor commits; so nobody can tell whether %s is theirs."
              .formatted(rollout);
    }

    @Override
    public String remedy() {
      return "An admin records the addresses: ledgerctl actor set NAME --address ADDRESS.";
    }
  }

  /** A yes without a signature, where there has to be one. */
  record SignatureMissing(String rollout, String planDigest) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "signature-missing";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The policy asks for a signature of the digest with every approval of %s."
          .formatted(rollout);
    }

    @Override
    public String remedy() {
      return "Sign it with ssh-keygen -Y sign, and approve with --signature FILE; or let ledgerctl"
          + " do it:"
          + " ledgerctl rollout approve %s --sign-with KEY.".formatted(rollout);
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("rolloutId", rollout, "planDigest", planDigest);
    }
  }

  /** Who did not say yes has nothing to take back. */
  record NotApproved(String rollout) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "not-approved";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "This actor has not approved %s.".formatted(rollout);
    }

    @Override
    public String remedy() {
      return "See who has with ledgerctl rollout show %s.".formatted(rollout);
    }
  }

  /** A gate that nobody may open. */
  record NotWaivable(String gate, List<String> waivable) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "not-waivable";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s is no gate that can be waived.".formatted(gate);
    }

    @Override
    public String remedy() {
      return "These can be: %s.".formatted(String.join(", ", waivable));
    }
  }

  /** Nobody opens a gate for a plan of their own. */
  record OwnWaiver(String rollout) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "own-waiver";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The plan of %s was proposed by the same actor; a gate is opened by somebody else."
          .formatted(rollout);
    }

    @Override
    public String remedy() {
      return "Ask another admin to waive it, or provide what the gate asks for.";
    }
  }

  /** The time has passed. */
  record TimePassed(Instant time) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "time-passed";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return "%s is not in the future.".formatted(time);
    }

    @Override
    public String remedy() {
      return "Choose a later time, or apply now.";
    }
  }

  /** The policy knows no emergencies. */
  record EmergencyForbidden(String environment) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "emergency-forbidden";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The policy of %s does not let emergencies past its gates.".formatted(environment);
    }

    @Override
    public String remedy() {
      return "See what is missing with ledgerctl rollout show, and provide it.";
    }
  }

  /** Nobody reviews an emergency of their own. */
  record OwnEmergency(String rollout) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "own-emergency";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "This actor asked for %s, wrote it, declared its emergency or ran it."
          .formatted(rollout);
    }

    @Override
    public String remedy() {
      return "Ask somebody else to look at it.";
    }
  }

  /** There is no emergency that waits for a review. */
  record NoEmergency(String rollout) implements EnvironmentRefusal {
    @Override
    public String slug() {
      return "no-emergency";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s has no emergency that waits for a review.".formatted(rollout);
    }

    @Override
    public String remedy() {
      return "See what became of it with ledgerctl rollout show %s.".formatted(rollout);
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
}
