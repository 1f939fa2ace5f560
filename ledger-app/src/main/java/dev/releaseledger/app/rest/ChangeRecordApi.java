package dev.releaseledger.app.rest;

import dev.releaseledger.app.record.RolloutRecords;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.RecordMarkdown;
import dev.releaseledger.domain.record.artifact.ArtifactFile;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The records of changes, and the files about them. */
@RestController
@RequestMapping("/api/v1/rollouts/{id}")
class ChangeRecordApi {

  private static final MediaType MARKDOWN =
      new MediaType("text", "markdown", StandardCharsets.UTF_8);

  private final RolloutCalls rollouts;
  private final RolloutRecords records;

  ChangeRecordApi(RolloutCalls rollouts, RolloutRecords records) {
    this.rollouts = rollouts;
    this.records = records;
  }

  @GetMapping("/record")
  ResponseEntity<?> record(
      @PathVariable String id, @RequestParam(defaultValue = "json") String format) {
    ChangeRecord record = records.record(rollouts.environmentOf(id), id);
    return switch (format) {
      case "json" -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(record);
      case "md" -> ResponseEntity.ok().contentType(MARKDOWN).body(RecordMarkdown.of(record));
      default -> throw new Refused(new InvalidValue("format", "must be json or md"));
    };
  }

  @GetMapping("/artifacts")
  Items<ArtifactFile> artifacts(@PathVariable String id) {
    return new Items<>(records.files(rollouts.environmentOf(id), id));
  }
}
