package dev.releaseledger.app.applying;

import dev.releaseledger.app.planning.Draft;
import dev.releaseledger.domain.policy.PlanRefusal.ContractForbids;
import dev.releaseledger.domain.policy.PlanRefusal.DestructiveWithoutForce;
import dev.releaseledger.domain.policy.PlanRefusal.ForceNeedsAdmin;
import dev.releaseledger.domain.policy.PlanRefusal.RowsWouldViolate;
import dev.releaseledger.domain.policy.PlanRefusal.UnsupportedChange;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.policy.StandardsViolated;

/** Refuses plans that nobody should even be asked about. */
final class Allowing {

  private Allowing() {}

  static void requireAllowed(Draft draft, ApplyRequest request, Policy policy) {
    if (draft.plan().blocked()) {
      throw new Refused(new UnsupportedChange(draft.blockers()));
    }
    if (!draft.plan().violations().isEmpty()) {
      throw new Refused(new StandardsViolated(draft.plan().violations()));
    }
    if (!draft.review().refused().isEmpty()) {
      throw new Refused(new ContractForbids(draft.review().refused()));
    }
    if (!draft.violations().isEmpty()) {
      // Rows change: what was forced for those of yesterday is not forced for those of today.
      requireForce(
          request, policy, request.wish().force(), new RowsWouldViolate(draft.violations()));
    }
    if (!draft.destructive().isEmpty()) {
      requireForce(
          request,
          policy,
          request.wish().force() || request.wish().lossMeant(),
          new DestructiveWithoutForce(draft.destructive()));
    }
  }

  private static void requireForce(
      ApplyRequest request, Policy policy, boolean forced, Refusal without) {
    if (!forced) {
      throw new Refused(without);
    }
    if (!request.mayForce(policy.force())) {
      throw new Refused(new ForceNeedsAdmin(policy.force()));
    }
  }
}
