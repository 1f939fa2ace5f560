package dev.releaseledger.domain.policy;

/** Carries a {@link Refusal} through code that cannot return it, such as a command bus. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public Refused(Refusal refusal) {
    // A refusal is an answer, not a fault: nobody reads its stack.
    super(refusal.slug() + ": " + refusal.detail(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
