package dev.releaseledger.evidence.bundle;

/** Where the files are that both kinds of bundle have. */
public final class Places {

  /** The checkpoint under which everything in the bundle is proven. */
  public static final String CHECKPOINT = "checkpoint";

  /** The copy of the trust file of the ledger. */
  public static final String TRUST = "trust/trust.json";

  /** What is in the bundle, and how to check it by hand. */
  public static final String README = "README.txt";

  private Places() {}
}
