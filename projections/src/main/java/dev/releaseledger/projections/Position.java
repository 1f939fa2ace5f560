package dev.releaseledger.projections;

import org.axonframework.eventhandling.TrackingToken;

/** Where in the ledger an event stands. */
public final class Position {

  private Position() {}

  /** The position an event processor's token stands for; positions grow, with gaps. */
  public static long of(TrackingToken token) {
    return token
        .position()
        .orElseThrow(() -> new IllegalArgumentException("no position: " + token));
  }
}
