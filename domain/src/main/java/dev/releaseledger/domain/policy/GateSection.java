package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.document.Section;
import dev.releaseledger.domain.policy.GateSettings.Backup;
import dev.releaseledger.domain.policy.GateSettings.Evidence;
import dev.releaseledger.domain.policy.GateSettings.Promotion;
import dev.releaseledger.domain.policy.GateSettings.Trigger;
import dev.releaseledger.domain.policy.GateSettings.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the part of a policy document that is about gates. */
final class GateSection {

  private static final int MOST_DAYS = 3_650;
  private static final int MOST_HOURS = 24 * MOST_DAYS;
  private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;

  private final Section gates;
  private final GateSettings usual;
  private final Calendar calendar;

  private GateSection(Section gates, GateSettings usual, Calendar calendar) {
    this.gates = gates;
    this.usual = usual;
    this.calendar = calendar;
  }

  static GateSettings read(Section gates, GateSettings usual, Calendar calendar) {
    GateSettings read = new GateSection(gates, usual, calendar).settings();
    gates.complete();
    return read;
  }

  private GateSettings settings() {
    return new GateSettings(
        promotion(),
        backup(),
        gates.flag("recovery", usual.recovery()),
        gates.flag("data_strategy", usual.dataStrategy()),
        tables("scope"),
        tables("security_note"),
        gates.choices("evidence", Evidence.class, usual.evidence()),
        window(),
        gates.flag("linear_history", usual.linearHistory()),
        triggers());
  }

  private List<String> tables(String name) {
    List<String> patterns = gates.texts(name);
    if (!patterns.stream().allMatch(TableNames::isPattern)) {
      gates.mistake(name, TableNames.FORM);
    }
    return patterns;
  }

  private List<Trigger> triggers() {
    List<Trigger> triggers = gates.choices("triggers", Trigger.class, usual.triggers());
    if (triggers.isEmpty()) {
      gates.mistake("triggers", "must not be empty, or nothing ever runs");
    }
    return triggers;
  }

  private @Nullable Promotion promotion() {
    if (!gates.has("promotion")) {
      return usual.promotion();
    }
    Section section = gates.section("promotion");
    Promotion promotion =
        new Promotion(
            section.required("from"),
            section.count("soak_hours", 0, MOST_HOURS).intValue(),
            section.flag("rollback_rehearsed", false));
    section.complete();
    return promotion;
  }

  private @Nullable Backup backup() {
    if (!gates.has("backup")) {
      return usual.backup();
    }
    if (gates.isFlag("backup")) {
      return gates.flag("backup", true) ? new Backup(null) : null;
    }
    Section section = gates.section("backup");
    Long days = section.countOrNull("restore_tested_within_days", 1, MOST_DAYS);
    section.complete();
    return new Backup(days == null ? null : days.intValue());
  }

  private @Nullable Window window() {
    if (!gates.has("window")) {
      return usual.window();
    }
    Section section = gates.section("window");
    Long lasts = section.countOrNull("lasts_minutes", 1, MINUTES_OF_A_WEEK);
    Long longest = section.countOrNull("for_longer_than_seconds", 0, Integer.MAX_VALUE);
    Window window =
        new Window(
            section.required("zone"),
            section.required("starts"),
            section.required("rule"),
            lasts == null ? 0 : lasts.intValue(),
            longest == null ? null : longest.intValue());
    if (!section.has("lasts_minutes")) {
      section.mistake("lasts_minutes", "must be there");
    }
    if (List.of(window.zone(), window.starts(), window.rule()).stream()
        .noneMatch(String::isEmpty)) {
      calendar.mistakes(window).forEach(section::mistake);
    }
    section.complete();
    return window;
  }
}
