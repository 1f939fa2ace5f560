package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordBackup;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The backups of an environment's databases. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments/{environment}/backups")
class BackupsApi {

  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i)://[^\\s]*@|[?&;](password|passwd|pwd|secret|token|sig|signature|key)=");

  private final Drafting drafting;
  private final Ledger ledger;
  private final Presenting presenting;
  private final Answers answers;
  private final Clock clock;

  BackupsApi(
      Drafting drafting, Ledger ledger, Presenting presenting, Answers answers, Clock clock) {
    this.drafting = drafting;
    this.ledger = ledger;
    this.presenting = presenting;
    this.answers = answers;
    this.clock = clock;
  }

  record NewBackup(
      @Nullable String location,
      @Nullable Instant takenAt,
      boolean verified,
      @Nullable Instant restoreTestedAt,
      @Nullable String note) {}

  record BackupView(
      String location,
      Instant takenAt,
      boolean verified,
      @Nullable Instant restoreTestedAt,
      @Nullable String note,
      String recordedBy,
      Instant recordedAt) {}

  @PostMapping
  ResponseEntity<BackupView> add(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody NewBackup backup,
      Caller caller) {
    EnvironmentId id = new EnvironmentId(project, environment);
    drafting.environment(id);
    String location = Values.required("location", backup.location());
    if (CREDENTIALS.matcher(location).find()) {
      throw new Refused(new InvalidValue("location", "must not carry a password"));
    }
    Instant taken = Values.given("takenAt", backup.takenAt());
    Instant now = clock.instant();
    if (taken.isAfter(now)) {
      throw new Refused(new InvalidValue("takenAt", "must not be in the future"));
    }
    if (backup.restoreTestedAt() != null && backup.restoreTestedAt().isAfter(now)) {
      throw new Refused(new InvalidValue("restoreTestedAt", "must not be in the future"));
    }
    long position =
        ledger.record(
            new RecordBackup(
                id,
                location,
                taken,
                backup.verified(),
                backup.restoreTestedAt(),
                backup.note(),
                caller.actor(),
                now));
    return answers.at(HttpStatus.CREATED, position, () -> views(id).getFirst());
  }

  @GetMapping
  Items<BackupView> list(@PathVariable String project, @PathVariable String environment) {
    return new Items<>(views(new EnvironmentId(project, environment)));
  }

  /** The youngest first. */
  private List<BackupView> views(EnvironmentId id) {
    return drafting.environment(id).backups().reversed().stream().map(this::view).toList();
  }

  private BackupView view(BackupRecorded backup) {
    return new BackupView(
        backup.location(),
        backup.takenAt(),
        backup.verified(),
        backup.restoreTestedAt(),
        backup.note(),
        presenting.actor(backup.actor()),
        backup.at());
  }
}
