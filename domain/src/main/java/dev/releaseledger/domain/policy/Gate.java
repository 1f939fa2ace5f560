package dev.releaseledger.domain.policy;

import org.jspecify.annotations.Nullable;

/**
 * One of the things a plan needs before it may run, as it was judged.
 *
 * @param name the name of the gate, in kebab case
 * @param met whether the plan is through
 * @param why what that follows from
 * @param remedy how it gets through, or null when it is
 * @param problem the name of the page about it, or null when the plan is through
 * @param quoted what somebody has written about it, which is told and not recorded once more
 */
public record Gate(
    String name,
    boolean met,
    String why,
    @Nullable String remedy,
    @Nullable String problem,
    @Nullable String quoted) {

  /** A gate that the plan is through. */
  public static Gate met(String name, String why) {
    return new Gate(name, true, why, null, null, null);
  }

  /** A gate that the plan stands before. */
  public static Gate unmet(String name, String why, String remedy, String problem) {
    return new Gate(name, false, why, remedy, problem, null);
  }

  /** The same gate, opened by somebody who answers for it. */
  public Gate waived(String reason) {
    return met(name, "waived (%s)".formatted(why)).quoting(reason);
  }

  /** The same gate with what somebody has written about it. */
  public Gate quoting(String words) {
    return new Gate(name, met, why, remedy, problem, words);
  }

  /** What it follows from, in all words there are. */
  public String told() {
    return quoted == null ? why : why + ": " + quoted;
  }

  /** The same gate for whoever reads it: everything in one sentence. */
  public Gate spoken() {
    return new Gate(name, met, told(), remedy, problem, null);
  }
}
