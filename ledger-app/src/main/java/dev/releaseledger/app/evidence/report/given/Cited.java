package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;

/** Names events so that a reader finds them in the evidence. */
public record Cited(CaseFile file) {

  /** The event at a position: its name, its place in the ledger, and its leaf in the log. */
  public Text event(long position) {
    LedgerEvent event = file.event(position);
    return event == null
        ? Text.code("#" + position).and(" (not in this evidence)")
        : Text.of(event.name() + " ")
            .and(Text.code("#" + position))
            .and(", leaf " + event.leafIndex());
  }

  /** Only where it stands. */
  public Text position(long position) {
    return Text.code("#" + position);
  }

  /** Who did it, when, and which event says so. */
  public Text by(Recorded recorded) {
    return Text.of(recorded.by() + ", " + Words.time(recorded.at()) + ", ")
        .and(position(recorded.position()));
  }

  /** Who did it: the name that was revealed, and the reference that the event has. */
  public Text actor(Recorded recorded) {
    LedgerEvent event = file.event(recorded.position());
    return event == null ? Text.of(recorded.by()) : actor(event);
  }

  /** Who has a reference: the name that was revealed, and the reference. */
  public Text actor(String reference) {
    return file.events().stream()
        .filter(it -> it.actorRef().equals(reference))
        .findFirst()
        .map(this::actor)
        .orElse(Text.code(reference));
  }

  /** Who did it: the name that was revealed, and the reference that the event has. */
  public Text actor(LedgerEvent event) {
    String name = event.actorName();
    return name == null || name.equals(event.actorRef())
        ? Text.code(event.actorRef())
        : Text.of(name + " (").and(Text.code(event.actorRef())).and(")");
  }
}
