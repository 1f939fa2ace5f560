package dev.releaseledger.domain.record;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApprovalWithdrawn;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackfillRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PassedGate;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import java.util.Arrays;
import java.util.List;

/** What happens beside the straight way of a rollout, to be told with the rest of it. */
public record Chapters(Told told) {

  private static final String SHOP = "shop";
  private static final String PROD = "prod";

  /** An apply starts, with the gates as they were judged. */
  public Told started(PassedGate... gates) {
    return told.and(
        new ApplyStarted(
            SHOP,
            PROD,
            Told.ROLLOUT,
            told.plan().digest().value(),
            1,
            "node",
            Arrays.asList(gates),
            "manual",
            Told.ALICE,
            told.time()));
  }

  public Told withdrawn(String actor) {
    return told.and(
        new ApprovalWithdrawn(
            SHOP, PROD, Told.ROLLOUT, "on second thoughts", null, false, actor, told.time()));
  }

  public Told rejected(String actor) {
    return told.and(
        new PlanRejected(SHOP, PROD, Told.ROLLOUT, "not so", null, null, actor, told.time()));
  }

  public Told tested(String kind, boolean passed) {
    return told.and(
        new TestRecorded(
            SHOP, PROD, Told.ROLLOUT, kind, passed, "build 7", null, Told.BOB, told.time()));
  }

  public Told filled() {
    return told.and(
        new BackfillRecorded(
            SHOP, PROD, Told.ROLLOUT, true, 5L, null, null, Told.ALICE, told.time()));
  }

  public Told emergency() {
    return told.and(
        new EmergencyDeclared(
            SHOP,
            PROD,
            Told.ROLLOUT,
            "orders are lost",
            null,
            told.time().plusSeconds(86_400),
            Told.ALICE,
            told.time()));
  }

  public Told reviewed(boolean justified) {
    return told.and(
        new EmergencyReviewed(
            SHOP, PROD, Told.ROLLOUT, justified, "looked at it", Told.BOB, told.time()));
  }

  /** Databases are found other than they should be, on behalf of the rollout. */
  public Told drifted(DriftCheck check) {
    return told.and(
        new DriftDetected(
            SHOP,
            PROD,
            Told.ROLLOUT,
            check,
            Told.at("fp:expected"),
            Told.at("fp:observed"),
            List.of("a column too many"),
            1,
            "sha256:report",
            Told.ALICE,
            told.time()));
  }
}
