package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.policy.contract.Choice;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.schema.Fingerprint;
import java.util.SortedMap;

/**
 * The rules of an environment: all that its owner says about who and what may change it.
 *
 * @param marked what the environment is for; what a document leaves open follows from it
 * @param approvalsRequired how many others have to say yes to a plan
 */
public record Policy(Marking marked, int approvalsRequired, Contract contract) {

  /** What an environment is for. */
  public enum Marking implements Choice {
    /** Mistakes are cheap: whatever is not forbidden is allowed. */
    DEVELOPMENT,
    /** Mistakes are dear: somebody else says yes, and nothing that breaks anybody runs. */
    PRODUCTION
  }

  /** The rules where a document says nothing else. */
  public static Policy of(Marking marked) {
    return switch (marked) {
      case DEVELOPMENT -> new Policy(marked, 0, Contract.none());
      case PRODUCTION -> new Policy(marked, 1, Contract.defaults());
    };
  }

  /** The rules of an environment that never adopted a document. */
  public static Policy undocumented(int approvalsRequired) {
    return new Policy(Marking.DEVELOPMENT, approvalsRequired, Contract.none());
  }

  /** The digest of the rules, whatever words a document has for them. */
  public Fingerprint digest() {
    return Fingerprint.of(this);
  }

  /** Every rule by the path that a document has for it, as text. */
  public SortedMap<String, String> settings() {
    return PolicySettings.of(this);
  }
}
