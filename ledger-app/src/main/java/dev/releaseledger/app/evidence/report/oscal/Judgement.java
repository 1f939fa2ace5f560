package dev.releaseledger.app.evidence.report.oscal;

import java.util.List;

/**
 * What the evidence says to an objective.
 *
 * @param satisfied whether it is met
 * @param why in a sentence
 * @param positions of the events that say so
 */
record Judgement(boolean satisfied, String why, List<Long> positions) {

  Judgement {
    positions = List.copyOf(positions);
  }

  static Judgement of(boolean satisfied, String yes, String no, List<Long> positions) {
    return new Judgement(satisfied, satisfied ? yes : no, positions);
  }
}
