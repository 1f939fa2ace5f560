package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import org.junit.jupiter.api.Test;

class BackupCommandsTest extends CliTest {
  private static final String BACKUPS = "/projects/shop/environments/prod/backups";
  private static final String BACKUP =
      """
      {"location": "s3://backups/shop/42", "takenAt": "2026-11-21T09:00:00Z", "verified": true,
       "restoreTestedAt": "2026-11-20T09:00:00Z", "note": "weekly", "recordedBy": "ada",
       "recordedAt": "2026-11-21T10:00:00Z"}
      """;

  @Test
  void record_says_what_is_known_of_a_backup() throws Exception {
    server.replies("POST " + BACKUPS, 201, BACKUP);

    Outcome outcome =
        run(
            "backup",
            "record",
            "--env",
            "prod",
            "--location",
            "s3://backups/shop/42",
            "--taken-at",
            "2026-11-21T10:00+01:00",
            "--verified",
            "--restore-tested-at",
            "2026-11-20T09:00:00Z",
            "--note",
            "weekly");

    assertThat(server.last().json())
        .isEqualTo(
            Json.read(
                """
                {"location": "s3://backups/shop/42", "takenAt": "2026-11-21T09:00:00Z",
                 "verified": true, "restoreTestedAt": "2026-11-20T09:00:00Z", "note": "weekly"}
                """));
    assertThat(outcome.out())
        .isEqualTo(
            """
            Backup at s3://backups/shop/42
              taken           2026-11-21 09:00:00Z
              verified        yes
              restore tested  2026-11-20 09:00:00Z
              note            weekly
              recorded        2026-11-21 10:00:00Z by ada
            """);
  }

  @Test
  void record_takes_no_backup_for_verified_unless_that_is_said() throws Exception {
    server.replies("POST " + BACKUPS, 201, BACKUP);

    run("backup", "record", "--env", "prod", "--location", "a", "--taken-at", "2026-11-21T09:00Z");

    assertThat(server.last().json())
        .isEqualTo(
            Json.read(
                """
                {"location": "a", "takenAt": "2026-11-21T09:00:00Z", "verified": false}
                """));
  }

  @Test
  void list_is_a_table() {
    server.replies("GET " + BACKUPS, 200, "{\"items\":[" + BACKUP + "]}");

    assertThat(run("backup", "list", "--env", "prod").out())
        .isEqualTo(
            """
            TAKEN                 VERIFIED  RESTORE TESTED        LOCATION              NOTE    RECORDED              BY
            2026-11-21 09:00:00Z  yes       2026-11-20 09:00:00Z  s3://backups/shop/42  weekly  2026-11-21 10:00:00Z  ada
            """);
  }

  @Test
  void list_says_what_to_do_when_it_is_empty() {
    server.replies("GET " + BACKUPS, 200, "{\"items\":[]}");

    assertThat(run("backup", "list", "--env", "prod").out()).contains("ledgerctl backup record");
  }
}
