package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.policy.Refusal.Category;
import dev.releaseledger.domain.policy.contract.Verdict;
import java.util.List;
import java.util.Map;

/** Why a plan may not run as it was asked for. */
public sealed interface PlanRefusal extends Refusal {

  /** The plan takes something away and nobody said that this is meant. */
  record DestructiveWithoutForce(List<String> operations) implements PlanRefusal {
    public DestructiveWithoutForce {
      operations = List.copyOf(operations);
    }

    @Override
    public String slug() {
      return "destructive-without-force";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The plan has %d destructive operation%s, each requires --force: %s. Nothing was executed."
          .formatted(
              operations.size(), operations.size() == 1 ? "" : "s", String.join("; ", operations));
    }

    @Override
    public String remedy() {
      return "Read the plan, make sure the data is no longer needed or is backed up, then apply"
          + " again with --force (an admin's right), or declare the objects again.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("operations", operations);
    }
  }

  /** The database has rows that the plan would fail on. */
  record RowsWouldViolate(List<String> violations) implements PlanRefusal {
    public RowsWouldViolate {
      violations = List.copyOf(violations);
    }

    @Override
    public String slug() {
      return "rows-would-violate";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The database has rows that the plan would fail on: %s. Nothing was executed."
          .formatted(String.join("; ", violations));
    }

    @Override
    public String remedy() {
      return "Correct or remove these rows (ledgerctl plan shows the questions), then apply again.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("violations", violations);
    }
  }

  /** The plan needs something the engine will not do, with or without force. */
  record UnsupportedChange(List<String> blockers) implements PlanRefusal {
    public UnsupportedChange {
      blockers = List.copyOf(blockers);
    }

    @Override
    public String slug() {
      return "unsupported-change";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The plan is blocked: " + String.join("; ", blockers) + ". Nothing was executed.";
    }

    @Override
    public String remedy() {
      return "Change the declaration so that the named objects can be reached without this change;"
          + " for a type conversion add a new column, move the data, and drop the old column in a"
          + " later release. --force does not help here.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("blockers", blockers);
    }
  }

  /** The environment's policy has a contract, and the plan does what it does not let through. */
  record ContractForbids(List<Verdict> verdicts) implements PlanRefusal {
    public ContractForbids {
      verdicts = List.copyOf(verdicts);
    }

    @Override
    public String slug() {
      return "contract-forbids";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The environment's contract does not let %d change%s through: %s. Nothing was executed."
          .formatted(
              verdicts.size(),
              verdicts.size() == 1 ? "" : "s",
              String.join("; ", verdicts.stream().map(Verdict::sentence).toList()));
    }

    @Override
    public String remedy() {
      return "Declare a compatible change, or let the environment's owner adopt a policy that lets"
          + " it through (ledgerctl policy show, ledgerctl policy set). --force does not"
          + " help here.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("blockers", verdicts.stream().map(Verdict::blocker).toList());
    }
  }

  /** Force was asked for by somebody who may not ask for it. */
  record ForceNeedsAdmin(List<String> forcing) implements PlanRefusal {
    public ForceNeedsAdmin {
      forcing = List.copyOf(forcing);
    }

    @Override
    public String slug() {
      return "force-needs-admin";
    }

    @Override
    public Category category() {
      return Category.FORBIDDEN;
    }

    @Override
    public String detail() {
      return "--force is the right of the role %s; this caller does not have it."
          .formatted(String.join(" or ", forcing));
    }

    @Override
    public String remedy() {
      return "Ask somebody of that role to apply the destructive plan, or apply without --force.";
    }
  }

  /** The caller said that a deployment or a start-up asked for this. */
  record ImplicitApply(String trigger) implements PlanRefusal {
    @Override
    public String slug() {
      return "implicit-apply";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The apply was triggered by '%s'; schema is never changed as a side effect."
          .formatted(trigger);
    }

    @Override
    public String remedy() {
      return "Apply in a step of its own, by a person (--trigger manual) or by a pipeline made for"
          + " it (--trigger pipeline).";
    }
  }
}
