package dev.releaseledger.app.notifying;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.EventLog.Recorded;
import dev.releaseledger.app.port.Notice;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.projections.notices.SubscriptionRow;
import dev.releaseledger.projections.timeline.Occurrence;
import dev.releaseledger.projections.timeline.Sentences;
import dev.releaseledger.projections.timeline.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts entries of the ledger into notices, with the names of people in the place of their ids. */
@Component
class Wording {

  private final JdbcClient jdbc;
  private final EventLog log;
  private final People people;
  private final String publicUrl;

  Wording(JdbcClient jdbc, EventLog log, People people, LedgerSettings settings) {
    this.jdbc = jdbc;
    this.log = log;
    this.people = people;
    this.publicUrl = settings.publicUrl();
  }

  /** The entry at a position. */
  Optional<Notice> of(long position) {
    return log.one(position).map(this::of);
  }

  /** No entry, only a try whether notices arrive. */
  Notice test(SubscriptionRow row, String actor, Instant now) {
    return new Notice(
        ledger(),
        null,
        "test",
        Severity.INFO.word(),
        row.project(),
        row.environment(),
        null,
        people.nameOf(actor),
        "sent a test to subscription " + row.name(),
        now,
        "{}");
  }

  private Notice of(Recorded entry) {
    Occurrence occurrence = Occurrence.of(entry.event());
    return new Notice(
        ledger(),
        entry.position(),
        entry.name(),
        occurrence.severity().word(),
        occurrence.project(),
        occurrence.environment(),
        occurrence.rollout(),
        people.nameOf(occurrence.actor()),
        people.named(Sentences.about(entry.event())),
        occurrence.at(),
        Objects.requireNonNull(log.payloads(List.of(entry.position())).get(entry.position())));
  }

  private String ledger() {
    return publicUrl.isEmpty()
        ? "urn:uuid:"
            + jdbc.sql("select ledger::text from notice_cursor").query(String.class).single()
        : publicUrl;
  }
}
