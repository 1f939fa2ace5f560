package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Risk;

/** Something that can be noticed: its name, how much it matters, and whether it takes force. */
public abstract class Rule {

  /** Whether a step with such a finding is only applied when somebody insists. */
  public enum Force {
    NEEDED,
    NOT_NEEDED
  }

  private final String slug;
  private final Risk risk;
  private final Force force;

  protected Rule(String slug, Risk risk, Force force) {
    this.slug = slug;
    this.risk = risk;
    this.force = force;
  }

  /** The name findings carry and the rule's page bears, such as {@code set-not-null}. */
  public final String slug() {
    return slug;
  }

  /** How much it matters. */
  public final Risk risk() {
    return risk;
  }

  /** Whether it takes force. */
  public final Force force() {
    return force;
  }

  /** A finding of this rule about an object, named in words. */
  public final Finding finding(String object, String message, String remedy) {
    return new Finding(slug, object, risk, message, remedy);
  }
}
