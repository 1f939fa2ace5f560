package dev.releaseledger.domain.record;

import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.rehearsal.TakenLock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The record of one change: what, why, when, scope, impact, requester, decisions, tests, outcome.
 *
 * <p>Every fact says at which position of the ledger it stands.
 *
 * @param id the rollout's id
 * @param type {@code emergency}, {@code standard} where nobody had to approve it, or {@code normal}
 * @param status the word that change management has for where it stands
 * @param rolloutStatus the word that the ledger has for it
 * @param updated what was recorded about it last
 * @param statements how many of its statements are committed and were not taken back
 */
public record ChangeRecord(
    String id,
    String project,
    String environment,
    String type,
    String status,
    String rolloutStatus,
    Recorded requested,
    Recorded updated,
    What what,
    @Nullable String why,
    When when,
    Scope scope,
    @Nullable Effect impact,
    @Nullable Rules policy,
    List<Part> plan,
    List<Rows> preflight,
    List<Approval> approvals,
    List<Decision> decisions,
    List<Ticket> tickets,
    List<Test> tests,
    List<Note> notes,
    List<Comment> comments,
    List<Waiver> waivers,
    List<Gate> gates,
    List<Backup> backups,
    @Nullable Emergency emergency,
    List<Schedule> schedule,
    List<Refused> refusals,
    List<Lease> leases,
    List<Transaction> transactions,
    int statements,
    List<Failure> failures,
    List<Check> driftChecks,
    @Nullable Released release,
    @Nullable Backfill backfill,
    Outcome outcome,
    List<StatusChange> history,
    List<Event> events) {

  /** Where in the ledger a fact stands, when it was recorded, and on whose behalf. */
  public record Recorded(long position, Instant at, String by) {}

  /**
   * What is brought to the environment.
   *
   * @param authors who wrote the commits, as far as the ledger knows them
   */
  public record What(
      String ref,
      String requestedRef,
      Instant committedAt,
      List<String> authors,
      String planDigest,
      int steps,
      List<String> summary,
      String trigger,
      boolean forced) {}

  /** When it was asked for, decided, to run, run and released, as far as it was. */
  public record When(
      Instant requestedAt,
      @Nullable Instant approvedAt,
      @Nullable Instant applyAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Instant releasedAt) {}

  /** The tables and databases that it touches. */
  public record Scope(SortedSet<String> tables, List<String> connections) {}

  /** What it takes away, what nothing takes back, and who has to wait. */
  public record Effect(
      List<String> destructive,
      List<String> irreversible,
      SortedMap<String, Long> emptied,
      List<String> blocking,
      long rehearsedMillis) {}

  /** The policy that it was planned under. */
  public record Rules(int version, String digest, String marked, Recorded recorded) {}

  /** The plan of one database. */
  public record Part(
      String connection,
      String baseFingerprint,
      String targetFingerprint,
      List<Noticed> noticed,
      @Nullable String rehearsedRows,
      List<Step> steps) {}

  /** Something that was noticed about a plan, a step, or in the rehearsal. */
  public record Noticed(String rule, String object, String risk, String message, String remedy) {}

  /**
   * One statement of the plan.
   *
   * @param takenBack whether its undo ran after a failure
   */
  public record Step(
      int number,
      int stage,
      boolean transactional,
      String object,
      String summary,
      String sql,
      String risk,
      boolean destructive,
      @Nullable String lock,
      boolean rewrites,
      boolean scans,
      long lockTimeoutMillis,
      long statementTimeoutMillis,
      Way undo,
      @Nullable Rehearsed rehearsed,
      @Nullable Ran ran,
      boolean takenBack,
      List<Noticed> noticed) {}

  /**
   * Whether something leads back.
   *
   * @param how {@code reversible}, {@code reversible_with_data_loss} or {@code irreversible}
   * @param sql what leads back, or null
   * @param why what is lost, or why nothing leads back, or null
   */
  public record Way(String how, @Nullable String sql, @Nullable String why) {}

  /** What a step did in the rehearsal, and whether its undo led back there. */
  public record Rehearsed(
      long millis, List<TakenLock> locks, List<String> rewrites, List<String> scans, Way undo) {}

  /** How a step ran; its milliseconds are null when it was found done after an interruption. */
  public record Ran(@Nullable Long millis, String sqlDigest, Recorded recorded) {}

  /** What a database said about its rows when the plan was proposed, without their keys. */
  public record Rows(String connection, Preflight answers) {}

  /** A yes; it stands unless it was taken back. */
  public record Approval(
      Recorded recorded,
      boolean stands,
      String planDigest,
      List<String> capacities,
      @Nullable String reason,
      @Nullable String reference,
      @Nullable String channel,
      @Nullable String signedWith) {}

  /** Another decision: a yes taken back, a no, a not now, or the end of it. */
  public record Decision(
      String decision,
      String reason,
      @Nullable String of,
      @Nullable String nextReview,
      @Nullable String reference,
      @Nullable String channel,
      Recorded recorded) {}

  /** A ticket or a pull request that it belongs to. */
  public record Ticket(String kind, String reference, Recorded recorded) {}

  /** A test of it. */
  public record Test(
      String kind,
      boolean passed,
      @Nullable String reference,
      @Nullable String note,
      Recorded recorded) {}

  /** What had to be known about it. */
  public record Note(String kind, String text, @Nullable String reference, Recorded recorded) {}

  /** What somebody said of it. */
  public record Comment(String comment, Recorded recorded) {}

  /** A gate that somebody opened for it. */
  public record Waiver(String gate, String reason, @Nullable String reference, Recorded recorded) {}

  /** What a gate said as it went through; one that was not met was passed in an emergency. */
  public record Gate(String gate, boolean met, String why, long position) {}

  /** The last backup that there was as it started. */
  public record Backup(
      String location,
      Instant takenAt,
      boolean verified,
      @Nullable Instant restoreTestedAt,
      Recorded recorded) {}

  /** An emergency, and what came of looking at it afterwards. */
  public record Emergency(
      String reason,
      @Nullable String reference,
      Instant reviewDue,
      Recorded recorded,
      @Nullable Reviewed reviewed) {}

  /** What somebody found who looked at an emergency. */
  public record Reviewed(boolean justified, String reason, Recorded recorded) {}

  /** A time that was chosen for it, or, without a time, that it is not to run by itself. */
  public record Schedule(@Nullable Instant applyAt, @Nullable String reason, Recorded recorded) {}

  /** An apply that was refused. */
  public record Refused(String refusal, String detail, String requestedRef, Recorded recorded) {}

  /** A runner that took the environment. */
  public record Lease(long fencingToken, String executor, boolean resumed, Recorded recorded) {}

  /** The intent to run some steps together. */
  public record Transaction(
      String connection,
      int stage,
      boolean transactional,
      List<Integer> steps,
      Recorded recorded) {}

  /** How it failed, and at which fingerprints the databases were left. */
  public record Failure(
      String connection,
      int stage,
      int step,
      @Nullable String sqlState,
      String message,
      boolean rolledBack,
      List<Integer> takenBack,
      SortedMap<String, String> reached,
      Recorded recorded) {}

  /** A look at the databases. */
  public record Check(
      String check,
      boolean clean,
      List<String> differences,
      int differenceCount,
      @Nullable String report,
      Recorded recorded) {}

  /** The release that it became. */
  public record Released(
      String release,
      @Nullable String previous,
      SortedMap<String, String> fingerprints,
      Recorded recorded) {}

  /** What had to be filled in, and what was. */
  public record Backfill(String wanted, boolean complete, List<Filled> filled) {}

  /** A backfill that was recorded. */
  public record Filled(
      boolean validated,
      @Nullable Long rows,
      @Nullable String reference,
      @Nullable String note,
      Recorded recorded) {}

  /**
   * How it ended, or where it stands.
   *
   * @param open what somebody still has to do about it
   */
  public record Outcome(String sentence, List<String> open) {}

  /** A change of status, with the event that made it. */
  public record StatusChange(
      @Nullable String from, String to, String rolloutStatus, String event, Recorded recorded) {}

  /** An event in its life, in a sentence that is read after the name. */
  public record Event(String event, String sentence, Recorded recorded) {}
}
