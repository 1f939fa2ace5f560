package dev.releaseledger.cli.backup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.BackupPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.PointInTime;
import dev.releaseledger.cli.session.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Record that there is a backup. */
@Command(name = "record", description = "Record that there is a backup.")
final class RecordBackup extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--location",
      required = true,
      paramLabel = "LOCATION",
      description = "Where it is; no credentials in here.")
  private String location = "";

  @Option(
      names = "--taken-at",
      required = true,
      paramLabel = "INSTANT",
      converter = PointInTime.class,
      description = "When it was taken, like 2026-12-01T22:00+01:00.")
  private Instant takenAt = Instant.EPOCH;

  @Option(names = "--verified", description = "It was checked that it can be read.")
  private boolean verified;

  @Option(
      names = "--restore-tested-at",
      paramLabel = "INSTANT",
      converter = PointInTime.class,
      description = "When it was last restored somewhere, as a test.")
  private @Nullable Instant restoreTestedAt;

  @Option(names = "--note", paramLabel = "TEXT", description = "What there is to say about it.")
  private @Nullable String note;

  @Override
  protected ExitCode run(Session session) {
    Body body =
        Body.empty()
            .with("location", location)
            .with("takenAt", takenAt)
            .with("verified", verified)
            .with("restoreTestedAt", restoreTestedAt)
            .with("note", note);
    JsonNode backup = session.api().post(environment.resource(session, "backups"), body);
    session.screen().show(backup, BackupPage::write);
    return ExitCode.DONE;
  }
}
