package dev.releaseledger.domain.policy;

import org.jspecify.annotations.Nullable;

/**
 * One of the things a plan needs before it may run.
 *
 * @param name the name of the gate, in kebab case
 * @param met whether the plan is through
 * @param why what that follows from
 * @param remedy how it gets through, or null when it is
 */
public record Gate(String name, boolean met, String why, @Nullable String remedy) {

  /** A gate that the plan is through. */
  public static Gate met(String name, String why) {
    return new Gate(name, true, why, null);
  }

  /** A gate that the plan stands before. */
  public static Gate unmet(String name, String why, String remedy) {
    return new Gate(name, false, why, remedy);
  }
}
