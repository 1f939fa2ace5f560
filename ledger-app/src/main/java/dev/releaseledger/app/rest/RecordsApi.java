package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.domain.environment.EnvironmentCommand.LinkTicket;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordBackfill;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordNote;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordTest;
import dev.releaseledger.domain.environment.EnvironmentCommand.WaiveGate;
import dev.releaseledger.domain.environment.LinkKind;
import dev.releaseledger.domain.environment.NoteKind;
import dev.releaseledger.domain.environment.TestKind;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people write down about changes. */
@RestController
@RequestMapping("/api/v1/rollouts/{id}")
class RecordsApi {

  private final RolloutCalls rollouts;
  private final Clock clock;

  RecordsApi(RolloutCalls rollouts, Clock clock) {
    this.rollouts = rollouts;
    this.clock = clock;
  }

  record Waiver(@Nullable String gate, @Nullable String reason, @Nullable String reference) {}

  record Link(@Nullable String kind, @Nullable String reference) {}

  record Test(
      @Nullable String kind,
      @Nullable Boolean passed,
      @Nullable String reference,
      @Nullable String note) {}

  record Note(@Nullable String kind, @Nullable String text, @Nullable String reference) {}

  record Backfill(
      @Nullable Boolean validated,
      @Nullable Long rows,
      @Nullable String reference,
      @Nullable String note) {}

  @PostMapping("/waive")
  ResponseEntity<RolloutView> waive(
      @PathVariable String id, @RequestBody Waiver waiver, Caller caller) {
    return rollouts.record(
        new WaiveGate(
            rollouts.environmentOf(id),
            id,
            Values.required("gate", waiver.gate()),
            Values.required("reason", waiver.reason()),
            waiver.reference(),
            caller.actor(),
            clock.instant()),
        id);
  }

  @PostMapping("/ticket")
  ResponseEntity<RolloutView> ticket(
      @PathVariable String id, @RequestBody Link link, Caller caller) {
    return rollouts.record(
        new LinkTicket(
            rollouts.environmentOf(id),
            id,
            link.kind() == null
                ? LinkKind.TICKET
                : Values.choice("kind", LinkKind.class, link.kind()),
            Values.required("reference", link.reference()),
            caller.actor(),
            clock.instant()),
        id);
  }

  @PostMapping("/test")
  ResponseEntity<RolloutView> test(@PathVariable String id, @RequestBody Test test, Caller caller) {
    return rollouts.record(
        new RecordTest(
            rollouts.environmentOf(id),
            id,
            Values.choice("kind", TestKind.class, test.kind()),
            Values.given("passed", test.passed()),
            test.reference(),
            test.note(),
            caller.actor(),
            clock.instant()),
        id);
  }

  @PostMapping("/note")
  ResponseEntity<RolloutView> note(@PathVariable String id, @RequestBody Note note, Caller caller) {
    return rollouts.record(
        new RecordNote(
            rollouts.environmentOf(id),
            id,
            Values.choice("kind", NoteKind.class, note.kind()),
            Values.required("text", note.text()),
            note.reference(),
            caller.actor(),
            clock.instant()),
        id);
  }

  @PostMapping("/backfill")
  ResponseEntity<RolloutView> backfill(
      @PathVariable String id, @RequestBody Backfill backfill, Caller caller) {
    return rollouts.record(
        new RecordBackfill(
            rollouts.environmentOf(id),
            id,
            Values.given("validated", backfill.validated()),
            backfill.rows(),
            backfill.reference(),
            backfill.note(),
            caller.actor(),
            clock.instant()),
        id);
  }
}
