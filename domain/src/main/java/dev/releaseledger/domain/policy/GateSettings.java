package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.document.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has to have behind it before it runs, beyond the words of people.
 *
 * @param promotion where it has to have run before, or null
 * @param backup the backup that destructive steps need, or null
 * @param recovery whether what cannot be taken back needs a way to recover in writing
 * @param dataStrategy whether a drop of what has rows needs a word on what becomes of them
 * @param scope the only tables that may change, or none for all
 * @param securityNote the tables whose change needs a word on what it means for security
 * @param evidence what has to be on record whatever the plan does
 * @param window when what keeps others waiting may run, or null for at any time
 * @param linearHistory whether the ref has to descend from the current release's commit
 * @param triggers how an apply may be set off
 */
public record GateSettings(
    @Nullable Promotion promotion,
    @Nullable Backup backup,
    boolean recovery,
    boolean dataStrategy,
    List<String> scope,
    List<String> securityNote,
    List<Evidence> evidence,
    @Nullable Window window,
    boolean linearHistory,
    List<Trigger> triggers) {

  /** Nothing is asked for. */
  public static final GateSettings NONE =
      new GateSettings(
          null,
          null,
          false,
          false,
          List.of(),
          List.of(),
          List.of(),
          null,
          false,
          List.of(Trigger.values()));

  /** What an environment asks for that is marked production. */
  public static final GateSettings STRICT =
      new GateSettings(
          null,
          new Backup(null),
          true,
          true,
          List.of(),
          List.of(),
          List.of(),
          null,
          true,
          List.of(Trigger.values()));

  public GateSettings {
    scope = List.copyOf(scope);
    securityNote = List.copyOf(securityNote);
    evidence = List.copyOf(evidence);
    triggers = List.copyOf(triggers);
  }

  /**
   * Where the same schema has to be current, and free of drift.
   *
   * @param from the environment before this one
   * @param soakHours for how long
   * @param rollbackRehearsed whether the way back has to have been proven there
   */
  public record Promotion(String from, int soakHours, boolean rollbackRehearsed) {}

  /**
   * A verified backup that is younger than the plan.
   *
   * @param restoreTestedWithinDays how long ago a restore may have been tested, or null
   */
  public record Backup(@Nullable Integer restoreTestedWithinDays) {}

  /**
   * When what keeps others waiting may run.
   *
   * @param zone the time zone, such as {@code Europe/Berlin}
   * @param starts when the first window opens, local date and time; RFC 5545 calls it DTSTART
   * @param rule when further ones do; a recurrence rule of RFC 5545
   * @param lastsMinutes how long each is open
   * @param forLongerThanSeconds what else needs a window: plans whose rehearsal took longer
   */
  public record Window(
      String zone,
      String starts,
      String rule,
      int lastsMinutes,
      @Nullable Integer forLongerThanSeconds) {}

  /** What can have to be on record. */
  public enum Evidence implements Choice {
    TICKET,
    PULL_REQUEST,
    LOCAL_VALIDATION,
    ROLLBACK_PLAN,
    VERIFICATION
  }

  /** How an apply is set off; one that comes with a deploy is nobody's decision. */
  public enum Trigger implements Choice {
    MANUAL,
    PIPELINE
  }
}
