package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.GateSettings.Evidence;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.PolicyReview;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that gates are judged by.
 *
 * @param now when
 * @param trigger how the apply was set off
 * @param plannedAt when the plan was proposed
 * @param impact what it does
 * @param review what the contract says to it
 * @param people who has which part in it
 * @param ballot its approvals
 * @param records what is on record about it
 * @param ground what it stands on
 */
public record Facts(
    Instant now,
    String trigger,
    Instant plannedAt,
    Impact impact,
    PolicyReview review,
    People people,
    Ballot ballot,
    Records records,
    Ground ground) {

  /** Who has which part in a change, as actor ids. */
  public record People(String requester, String executor, Set<String> authors) {
    public People {
      authors = Set.copyOf(authors);
    }
  }

  /**
   * What is on record about a change.
   *
   * @param waived why a gate was opened, by its name
   * @param dataStrategy whether it says what becomes of the rows
   */
  public record Records(
      List<Backup> backups,
      SortedMap<String, String> waived,
      Set<Evidence> evidence,
      boolean recovery,
      boolean dataStrategy,
      boolean securityNote) {
    public Records {
      backups = List.copyOf(backups);
      waived = Collections.unmodifiableSortedMap(new TreeMap<>(waived));
      evidence = Set.copyOf(evidence);
    }
  }

  /** A backup of the environment. */
  public record Backup(Instant takenAt, boolean verified, @Nullable Instant restoreTestedAt) {}

  /**
   * What a change stands on.
   *
   * @param freeze why the environment is frozen, or null
   * @param projectFreeze why its whole project is, or null
   * @param descends whether the ref descends from the current release's commit
   * @param promoted what is known of the same schema in the environment before, or null
   * @param opening whether a maintenance window is open, or null where none is declared
   * @param overdue emergencies that nobody looked at in time, in words
   * @param anchored the approvals that others keep the proof of, or null where nobody asks for that
   */
  public record Ground(
      @Nullable String freeze,
      @Nullable String projectFreeze,
      boolean drifted,
      boolean descends,
      @Nullable Promoted promoted,
      @Nullable Opening opening,
      List<String> overdue,
      @Nullable Set<AnchoredApproval> anchored) {
    public Ground {
      overdue = List.copyOf(overdue);
      anchored = anchored == null ? null : Set.copyOf(anchored);
    }
  }

  /**
   * The same schema in the environment before this one.
   *
   * @param since since when it is current there
   * @param rollbackRehearsed whether its way back was proven there
   */
  public record Promoted(
      String release, Instant since, boolean drifted, boolean rollbackRehearsed) {}

  /**
   * The maintenance window at a moment.
   *
   * @param until when the open window closes, or null when none is open
   * @param next when the next one opens, or null when there is none any more
   */
  public record Opening(@Nullable Instant until, @Nullable Instant next) {}
}
