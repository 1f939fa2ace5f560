package dev.releaseledger.app.evidence;

import dev.releaseledger.domain.export.EvidenceEvent.EvidenceExported;
import dev.releaseledger.evidence.bundle.PeriodBundle;
import dev.releaseledger.evidence.bundle.PeriodEvidence;
import dev.releaseledger.evidence.bundle.PeriodFiles;
import dev.releaseledger.evidence.bundle.SignedDraft;
import dev.releaseledger.evidence.bundle.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Hands out everything that happened between two checkpoints, signed and in one file. */
@Component
public class PeriodExporting {

  private final PeriodEnds ends;
  private final PeriodCollecting collecting;
  private final AttestationKey key;
  private final LoggingStatements statements;
  private final Clock clock;

  PeriodExporting(
      PeriodEnds ends,
      PeriodCollecting collecting,
      AttestationKey key,
      LoggingStatements statements,
      Clock clock) {
    this.ends = ends;
    this.collecting = collecting;
    this.key = key;
    this.statements = statements;
    this.clock = clock;
  }

  /** The evidence of a period. */
  public Archive export(PeriodRequest request) {
    PeriodEnds.Ends between = ends.of(request.from(), request.to());
    PeriodEvidence evidence = collecting.collect(between, request.sample());
    SignedDraft draft = PeriodBundle.draft(evidence, key.secret());
    SecretGuard.requireNone(readable(draft.files(), evidence));
    EvidenceExported exported =
        new EvidenceExported(
            "period",
            null,
            null,
            null,
            null,
            between.from().size(),
            between.to().size(),
            LoggingStatements.digest(draft),
            false,
            request.actor(),
            clock.instant());
    return statements.complete(
        "population-%d-%d.zip".formatted(between.from().size(), between.to().size()),
        draft,
        exported,
        between.to());
  }

  /** What stands in Base64 in a file of lines is looked at line by line as what it is. */
  static SortedMap<String, byte[]> readable(
      SortedMap<String, byte[]> written, PeriodEvidence evidence) {
    SortedMap<String, byte[]> files = new TreeMap<>(written);
    files.put(
        PeriodFiles.EVENTS, lines(evidence.events().stream().map(StoredEvent::payload).toList()));
    files.put(
        PeriodFiles.EARLIER,
        lines(evidence.earlier().stream().map(event -> event.payload()).toList()));
    return files;
  }

  private static byte[] lines(List<byte[]> payloads) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    payloads.forEach(payload -> {
      text.writeBytes(payload);
      text.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
    });
    return text.toByteArray();
  }
}
