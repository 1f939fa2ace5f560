package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** A step took another lock, or did other work, on the scratch copy than the plan predicts. */
final class PredictionDiffers extends Rule {

  PredictionDiffers() {
    super("prediction-differs", Risk.BLOCKING, Force.NOT_NEEDED);
  }
}
