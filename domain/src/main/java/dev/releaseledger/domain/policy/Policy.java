package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.document.Choice;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.schema.Fingerprint;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an environment: all that its owner says about who and what may change it.
 *
 * @param marked what the environment is for; what a document leaves open follows from it
 * @param approvalsRequired how many others have to say yes to a plan
 * @param approvals who has to be among them, and how long their word holds
 * @param separation what nobody may be besides
 * @param gates what a plan has to have behind it
 * @param emergency whether and how all of that may be passed when there is no time
 * @param force the roles that may say that a loss is meant
 */
public record Policy(
    Marking marked,
    int approvalsRequired,
    Contract contract,
    Approvals approvals,
    List<Separation> separation,
    GateSettings gates,
    Emergency emergency,
    List<String> force) {

  private static final List<String> ADMINS = List.of("admin");

  /** What a policy does not say, because it is older than the question, it does not demand. */
  public Policy(
      Marking marked,
      int approvalsRequired,
      Contract contract,
      @Nullable Approvals approvals,
      @Nullable List<Separation> separation,
      @Nullable GateSettings gates,
      @Nullable Emergency emergency,
      @Nullable List<String> force) {
    this.marked = marked;
    this.approvalsRequired = approvalsRequired;
    this.contract = contract;
    this.approvals = approvals == null ? Approvals.ANYBODY : approvals;
    this.separation =
        separation == null ? List.of(Separation.REQUESTER_APPROVES) : List.copyOf(separation);
    this.gates = gates == null ? GateSettings.NONE : gates;
    this.emergency = emergency == null ? Emergency.USUAL : emergency;
    this.force = force == null ? ADMINS : List.copyOf(force);
  }

  /** What an environment is for. */
  public enum Marking implements Choice {
    /** Mistakes are cheap: whatever is not forbidden is allowed. */
    DEVELOPMENT,
    /** Mistakes are dear: somebody else says yes, and nothing that breaks anybody runs. */
    PRODUCTION
  }

  /** Two parts in a change that one person may not have both of. */
  public enum Separation implements Choice {
    /** Who asked for the change approves it. */
    REQUESTER_APPROVES,
    /** Who wrote a commit of it approves it. */
    AUTHOR_APPROVES,
    /** Who approved it applies it. */
    APPROVER_APPLIES,
    /** Who asked for it applies it. */
    REQUESTER_APPLIES,
    /** Who wrote a commit of it applies it. */
    AUTHOR_APPLIES
  }

  /**
   * What becomes of a change when there is no time for the gates.
   *
   * @param reviewWithinHours how soon somebody else has to look at it afterwards
   */
  public record Emergency(boolean allowed, int reviewWithinHours) {
    static final Emergency USUAL = new Emergency(true, 48);
  }

  /** The rules where a document says nothing else. */
  public static Policy of(Marking marked) {
    return switch (marked) {
      case DEVELOPMENT -> open(0);
      case PRODUCTION ->
          new Policy(
              marked,
              1,
              Contract.defaults(),
              Approvals.ANYBODY,
              List.of(Separation.REQUESTER_APPROVES, Separation.AUTHOR_APPROVES),
              GateSettings.STRICT,
              Emergency.USUAL,
              ADMINS);
    };
  }

  /** The rules of an environment that never adopted a document. */
  public static Policy undocumented(int approvalsRequired) {
    return open(approvalsRequired);
  }

  private static Policy open(int approvalsRequired) {
    return new Policy(
        Marking.DEVELOPMENT,
        approvalsRequired,
        Contract.none(),
        Approvals.ANYBODY,
        List.of(Separation.REQUESTER_APPROVES),
        GateSettings.NONE,
        Emergency.USUAL,
        ADMINS);
  }

  /** Whether nobody may be both. */
  public boolean separates(Separation parts) {
    return separation.contains(parts);
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
