package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import org.jspecify.annotations.Nullable;

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

  /** Who did it, as {@link #actor(LedgerEvent)} has it. */
  public Text actor(Recorded recorded) {
    LedgerEvent event = file.event(recorded.position());
    return event == null ? Text.of(recorded.by()) : actor(event);
  }

  /** Who has a reference, as {@link #actor(LedgerEvent)} has it. */
  public Text actor(String reference) {
    return file.events().stream()
        .filter(it -> it.actorRef().equals(reference))
        .findFirst()
        .map(this::actor)
        .orElse(Text.code(reference));
  }

  /**
   * Who did it: the name that was revealed, else the reference that the event has. Where two people
   * have one name, both.
   */
  public Text actor(LedgerEvent event) {
    return actorOf(event.actorRef(), event.actorName());
  }

  private Text actorOf(String reference, @Nullable String name) {
    if (name == null || name.equals(reference)) {
      return Text.code(reference);
    }
    boolean shared =
        file.people().stream()
            .anyMatch(it -> name.equals(it.name()) && !it.reference().equals(reference));
    return shared ? Text.of(name + " (").and(Text.code(reference)).and(")") : Text.of(name);
  }
}
