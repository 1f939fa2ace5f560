package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.log.LogChange;
import dev.releaseledger.evidence.note.Checkpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes the evidence of a period, described in docs/evidence/bundle.md. */
public final class PeriodBundle {

  private static final Set<String> CARRIED =
      Set.of(
          EventNames.PLAN_PROPOSED,
          EventNames.PLAN_APPROVED,
          EventNames.APPROVAL_WITHDRAWN,
          EventNames.EMERGENCY_DECLARED,
          EventNames.EMERGENCY_REVIEWED,
          EventNames.APPLY_REFUSED,
          EventNames.APPLY_STARTED,
          EventNames.APPLY_SUCCEEDED,
          EventNames.DRIFT_DETECTED,
          EventNames.RELEASE_ADVANCED,
          EventNames.BACKFILL_RECORDED,
          LogChange.Rotated.NAME,
          LogChange.Retired.NAME,
          LogChange.Frozen.NAME,
          LogChange.Continued.NAME);

  private PeriodBundle() {}

  /** Whether the bundle has the stored bytes of events of this name, since rows rest on them. */
  public static boolean carries(String name) {
    return CARRIED.contains(name);
  }

  /** Lays out the files and signs the statement about them. */
  public static SignedDraft draft(PeriodEvidence evidence, Ed25519Secret secret) {
    Population population = population(evidence);
    List<ReleaseRow> rows = population.releases();
    BundleFiles files = new BundleFiles();
    files.putCheckpoint(evidence.to());
    files
        .put(PeriodFiles.FROM, Standing.AUTHORITATIVE, evidence.from().bytes())
        .put(PeriodFiles.FRONTIER, Standing.AUTHORITATIVE, FrontierFile.bytes(evidence.frontier()))
        .put(PeriodFiles.LEAVES, Standing.AUTHORITATIVE, JsonLines.of(evidence.leaves()))
        .put(
            PeriodFiles.EVENTS,
            Standing.AUTHORITATIVE,
            JsonLines.of(inOrder(evidence.events()), StoredEvent::json))
        .put(
            PeriodFiles.EARLIER,
            Standing.AUTHORITATIVE,
            JsonLines.of(earlier(evidence), PeriodFiles::json))
        .put(PeriodFiles.RELEASES, Standing.AUTHORITATIVE, population.releasesCsv())
        .put(PeriodFiles.EXCEPTIONS, Standing.AUTHORITATIVE, population.exceptionsCsv())
        .put(PeriodFiles.EXCEPTIONS_JSON, Standing.AUTHORITATIVE, population.exceptionsJson());
    evidence
        .sample()
        .ifPresent(
            sample -> files.put(PeriodFiles.SAMPLE, Standing.AUTHORITATIVE, sample.csv(rows)));
    files.putAnchors(evidence.anchors());
    files.putConsistency(evidence.consistency());
    files.putBeside(evidence.views(), evidence.trust(), Readme.of(BundleKind.PERIOD));
    files.putManifest(BundleKind.PERIOD);
    List<Subject> about = List.of(files.subject(PeriodFiles.LEAVES), files.subject(Manifest.NAME));
    Statement statement = said(evidence, rows.size(), population.exceptions().size()).about(about);
    return new SignedDraft(BundleKind.PERIOD, files.contents(), statement, secret);
  }

  private static LedgerPeriod said(PeriodEvidence evidence, long releases, long exceptions) {
    Checkpoint from = Checkpoint.parse(evidence.from().text()).orThrow();
    Checkpoint to = Checkpoint.parse(evidence.to().text()).orThrow();
    return new LedgerPeriod(
        to.origin(),
        new LedgerPeriod.Edge(from.size(), from.root()),
        new LedgerPeriod.Edge(to.size(), to.root()),
        releases,
        exceptions,
        evidence.sample());
  }

  private static Population population(PeriodEvidence evidence) {
    long first = Checkpoint.parse(evidence.from().text()).orThrow().size();
    List<Entry> within =
        inOrder(evidence.events()).stream()
            .map(event ->
                entry(
                    event.index(),
                    evidence.leaves().get(Math.toIntExact(event.index() - first)),
                    event.payload()))
            .toList();
    List<Entry> before =
        earlier(evidence).stream()
            .map(event -> entry(event.index(), event.leaf(), event.payload()))
            .toList();
    return new Population(within, before);
  }

  private static Entry entry(long index, byte[] leaf, byte[] payload) {
    return new Entry(index, Leaf.parse(leaf).orThrow(), StrictJson.readObject(payload).orThrow());
  }

  private static List<StoredEvent> inOrder(List<StoredEvent> events) {
    return events.stream().sorted(Comparator.comparingLong(StoredEvent::index)).toList();
  }

  private static List<LoggedEvent> earlier(PeriodEvidence evidence) {
    return evidence.earlier().stream()
        .sorted(Comparator.comparingLong(LoggedEvent::index))
        .toList();
  }
}
