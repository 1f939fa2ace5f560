package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes backups. */
public final class BackupPage {

  private BackupPage() {}

  /** Writes backups as a table. */
  public static void list(JsonNode backups, Page page) {
    Table table =
        Table.of("TAKEN", "VERIFIED", "RESTORE TESTED", "LOCATION", "NOTE", "RECORDED", "BY");
    for (JsonNode backup : backups.path("items")) {
      table.row(
          Words.time(backup, "takenAt"),
          verified(backup, page.style()),
          Words.time(backup, "restoreTestedAt"),
          Words.of(backup, "location"),
          Words.line(backup, "note"),
          Words.time(backup, "recordedAt"),
          Words.of(backup, "recordedBy"));
    }
    table.write(page, "No backups; record one with `ledgerctl backup record`.");
  }

  /** Writes one backup. */
  public static void write(JsonNode backup, Page page) {
    page.line(page.style().bold("Backup at " + Words.of(backup, "location")));
    new Fields()
        .with("taken", Words.time(backup, "takenAt"))
        .with("verified", verified(backup, page.style()))
        .with("restore tested", Words.time(backup, "restoreTestedAt"))
        .with("note", Words.of(backup, "note"))
        .with(
            "recorded", Words.time(backup, "recordedAt") + " by " + Words.of(backup, "recordedBy"))
        .write(page.in());
  }

  private static String verified(JsonNode backup, Style style) {
    return backup.path("verified").asBoolean() ? style.good("yes") : style.warning("no");
  }
}
