package dev.releaseledger.domain.plan;

/**
 * What happens when a step does not get its lock in time: its stage is tried again after a pause
 * that doubles each time, and of which the runner takes a random half to whole, so that two runners
 * do not meet again and again.
 *
 * @param attempts how often it is tried in all, at least 1
 * @param firstPauseMillis the pause after the first attempt
 * @param longestPauseMillis where the doubling ends
 */
public record Retries(int attempts, long firstPauseMillis, long longestPauseMillis) {

  /** Tried once. */
  public static final Retries NONE = new Retries(1, 0, 0);

  public Retries {
    if (attempts < 1 || firstPauseMillis < 0 || longestPauseMillis < firstPauseMillis) {
      throw new IllegalArgumentException("no sensible retries: " + attempts);
    }
  }

  /** The pause after an attempt, counted from 1, before chance shortens it. */
  public long pauseMillis(int attempt) {
    long doubled = firstPauseMillis << Math.min(attempt - 1, 20);
    return Math.min(doubled, longestPauseMillis);
  }
}
