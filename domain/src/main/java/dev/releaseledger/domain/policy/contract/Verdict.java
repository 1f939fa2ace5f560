package dev.releaseledger.domain.policy.contract;

import dev.releaseledger.domain.document.Choice;
import dev.releaseledger.domain.plan.Risk;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says to one change.
 *
 * @param change the word for what changes, such as {@code add_column}
 * @param subject what changes: a column, a table, or another object
 * @param blocker the stable name of the no, or null for a yes
 */
public record Verdict(
    String change,
    String subject,
    Risk risk,
    Decision decision,
    @Nullable String blocker,
    String reason) {

  /** What the names of all blockers begin with. */
  static final String CODES = "schema_evolution.";

  /** The verdict for people: what changes, why that is stopped, and under which name. */
  public String sentence() {
    return "%s (%s, %s)"
        .formatted(
            subject, reason, blocker == null ? decision.word() : blocker.replaceFirst(":.*", ""));
  }

  /** What is done about a change; only {@link #APPLY} lets it run. */
  public enum Decision implements Choice {
    APPLY,
    NOTIFY,
    DEFER,
    FAIL,
    MANUAL_APPROVAL,
    QUARANTINE
  }

  /** How large a table is that a change works on in place. */
  public enum Budget {
    WITHIN,
    EXCEEDED,
    UNKNOWN
  }
}
