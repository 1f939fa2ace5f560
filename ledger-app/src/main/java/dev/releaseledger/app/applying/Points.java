package dev.releaseledger.app.applying;

import dev.releaseledger.app.port.StageObserver;
import dev.releaseledger.domain.plan.Step;

/** Tells an apply's observer what its stage sees. */
record Points(ApplyObserver observer, String rollout, String where) implements StageObserver {

  @Override
  public void sending(Step step) {
    observer.reached(Point.STATEMENT_SENDING, rollout, where + " step " + step.number());
  }

  @Override
  public void executed(Step step) {
    observer.reached(Point.STATEMENT_EXECUTED, rollout, where + " step " + step.number());
  }

  @Override
  public void committing() {
    observer.reached(Point.COMMITTING, rollout, where);
  }

  @Override
  public void committed() {
    observer.reached(Point.COMMITTED, rollout, where);
  }
}
