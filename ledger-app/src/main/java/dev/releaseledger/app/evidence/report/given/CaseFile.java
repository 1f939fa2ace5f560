package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
