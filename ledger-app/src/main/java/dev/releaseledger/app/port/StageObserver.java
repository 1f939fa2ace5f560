package dev.releaseledger.app.port;

import dev.releaseledger.domain.plan.Step;

/** Sees a stage run. */
public interface StageObserver {

  /** Sees nothing. */
  StageObserver NONE =
      new StageObserver() {
        @Override
        public void sending(Step step) {}

        @Override
        public void executed(Step step) {}

        @Override
        public void committing() {}

        @Override
        public void committed() {}
      };

  /** A statement is about to be sent. */
  void sending(Step step);

  /** A statement was executed, and is not committed yet where the stage is transactional. */
  void executed(Step step);

  /** The transaction is about to be committed. */
  void committing();

  /** The transaction is committed. */
  void committed();
}
