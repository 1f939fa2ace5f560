package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a report is made from. It is what the evidence has, and nothing else: no clock, no view.
 *
 * @param move how the release came to be that of the environment, or null where there is none
 * @param change the record of the rollout, or null where there was none, as after a way back
 * @param said what the signed statement says, or null where there is no such statement
 * @param diffs what changed, where both schemas are known
 * @param events those that are in the evidence, by their position
 * @param archive the name of the file with the evidence
 */
public record CaseFile(
    String project,
    String environment,
    @Nullable ReleaseMove move,
    @Nullable ChangeRecord change,
    @Nullable SchemaRelease said,
    List<SchemaDiff> diffs,
    List<LedgerEvent> events,
    LogProof log,
    String archive) {

  /** Keeps copies, and refuses a file about nothing. */
  public CaseFile {
    diffs = List.copyOf(diffs);
    List<LedgerEvent> inOrder = new ArrayList<>(events);
    inOrder.sort(Comparator.comparingLong(LedgerEvent::position));
    events = List.copyOf(inOrder);
    if (move == null && change == null) {
      throw new IllegalArgumentException("neither a rollout nor a release");
    }
    if (events.isEmpty()) {
      throw new IllegalArgumentException("no events");
    }
  }

  /** What it is about, in a few words. */
  public String subject() {
    if (move != null) {
      return "release " + move.release();
    }
    return "rollout " + (change == null ? "" : change.id());
  }

  /** The environment as people name it. */
  public String place() {
    return project + "/" + environment;
  }

  /** The event at a position, or null where it is not in the evidence. */
  public @Nullable LedgerEvent event(long position) {
    return events.stream().filter(it -> it.position() == position).findFirst().orElse(null);
  }

  /** Everybody whose events are told, in the order of their first. */
  public List<Person> people() {
    Map<String, Person> people = new LinkedHashMap<>();
    for (LedgerEvent event : events) {
      people.merge(
          event.actorRef(),
          new Person(event.actorRef(), nameIn(event), List.of(event.name())),
          (known, again) ->
              new Person(
                  known.reference(),
                  known.name() == null ? again.name() : known.name(),
                  Stream.concat(known.events().stream(), again.events().stream())
                      .distinct()
                      .toList()));
    }
    return List.copyOf(people.values());
  }

  private static @Nullable String nameIn(LedgerEvent event) {
    String name = event.actorName();
    return name == null || name.equals(event.actorRef()) ? null : name;
  }

  /** The index of the first leaf that is told. */
  public long firstLeaf() {
    return events.stream().mapToLong(LedgerEvent::leafIndex).min().orElseThrow();
  }

  /** The index of the last leaf that is told. */
  public long lastLeaf() {
    return events.stream().mapToLong(LedgerEvent::leafIndex).max().orElseThrow();
  }

  /**
   * The events from where the change was asked for on; of these none may be missing. Those before
   * are there because the change rests on them.
   */
  public List<LedgerEvent> life() {
    long from = change == null ? firstOf(move) : change.requested().position();
    return events.stream().filter(event -> event.position() >= from).toList();
  }

  private static long firstOf(@Nullable ReleaseMove move) {
    return move == null ? 0 : move.recorded().position();
  }

  /** Whether the numbers of the events of its life follow each other. */
  public boolean isWhole() {
    List<LedgerEvent> life = life();
    for (int i = 1; i < life.size(); i++) {
      if (life.get(i).sequence() != life.get(i - 1).sequence() + 1) {
        return false;
      }
    }
    return !life.isEmpty();
  }

  /** When the last thing happened that is told here. */
  public Instant asOf() {
    return events.stream()
        .map(LedgerEvent::at)
        .max(Comparator.naturalOrder())
        .orElse(log.signedAt());
  }

  /** When the first thing happened that is told here. */
  public Instant since() {
    return events.stream()
        .map(LedgerEvent::at)
        .min(Comparator.naturalOrder())
        .orElse(log.signedAt());
  }
}
