package dev.releaseledger.app.applying;

/** Sees applies pass their points. */
public interface ApplyObserver {

  /** A rollout has come to a point; {@code detail} says which stage or statement. */
  void reached(Point point, String rollout, String detail);
}
