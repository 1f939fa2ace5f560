package dev.releaseledger.app.evidence;

import dev.releaseledger.app.evidence.report.ReleaseReport;
import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.HeldCheckpoint;
import dev.releaseledger.app.evidence.report.given.LedgerEvent;
import dev.releaseledger.app.evidence.report.given.LogProof;
import dev.releaseledger.app.evidence.report.given.ReleaseMove;
import dev.releaseledger.app.evidence.report.given.SchemaDiff;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.evidence.bundle.Anchor;
import dev.releaseledger.evidence.bundle.View;
import dev.releaseledger.evidence.timestamp.StampedTime;
import dev.releaseledger.projections.timeline.Sentences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has the report written that people read: on a screen, on paper, as text, and for OSCAL. */
@Component
class CaseReport implements Reporting {

  private final Schemas schemas;

  CaseReport(Schemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public List<View> views(Collected collected) {
    ReleaseReport report = ReleaseReport.of(file(collected));
    return List.of(
        new View(View.HTML, report.html()),
        new View(View.PDF, report.pdf()),
        new View(View.MARKDOWN, report.markdown()),
        new View(View.OSCAL, report.oscal()));
  }

  private CaseFile file(Collected collected) {
    return new CaseFile(
        collected.environment().project(),
        collected.environment().environment(),
        move(collected),
        collected.record(),
        collected.said(),
        diffs(collected.course()),
        collected.course().happened().stream().map(it -> event(it, collected)).toList(),
        proof(collected),
        collected.archive());
  }

  private static ReleaseMove move(Collected collected) {
    ReleaseAdvanced released = collected.course().released();
    long position =
        collected.course().own().stream()
            .filter(it -> it.event().equals(released))
            .mapToLong(it -> it.entry().event().position())
            .max()
            .orElseThrow();
    return new ReleaseMove(
        released.release(),
        released.cause(),
        released.ref(),
        released.previous(),
        released.reason(),
        new ChangeRecord.Recorded(position, released.at(), named(released.actor(), collected)));
  }

  private List<SchemaDiff> diffs(Course course) {
    List<SchemaDiff> diffs = new ArrayList<>();
    course
        .released()
        .snapshots()
        .forEach((connection, after) ->
            before(course, connection)
                .ifPresent(it ->
                    diffs.add(
                        new SchemaDiff(connection, Diff.between(it, schemas.schema(after))))));
    return diffs;
  }

  private Optional<Schema> before(Course course, String connection) {
    if (Schema.empty().fingerprint().value().equals(course.proposal().base().get(connection))) {
      return Optional.of(Schema.empty());
    }
    return course.before(connection).map(it -> it.snapshots().get(connection)).map(schemas::schema);
  }

  private static LedgerEvent event(Happened it, Collected collected) {
    String actor = it.event().actor();
    return new LedgerEvent(
        it.entry().event().position(),
        it.entry().event().sequence(),
        it.entry().index(),
        it.event().at(),
        it.entry().event().name(),
        actor,
        collected.names().get(actor),
        People.named(Sentences.of(it.event()), id -> named(id, collected)));
  }

  private static LogProof proof(Collected collected) {
    return new LogProof(
        collected.said().log().origin(),
        collected.checkpoint().size(),
        collected.checkpoint().root(),
        collected.checkpoint().at(),
        collected.anchors().stream().map(CaseReport::held).toList());
  }

  /** The clock of the service is no time that a reader has to believe: only receipts say one. */
  private static HeldCheckpoint held(HeldAnchors.Held held) {
    Anchor anchor = held.anchor();
    Optional<StampedTime> time = anchor.claimedTime();
    return new HeldCheckpoint(
        anchor.kind(),
        anchor.place(),
        held.size(),
        time.map(StampedTime::at).orElse(null),
        time.map(StampedTime::accuracy).orElse(Duration.ZERO));
  }

  private static String named(String actor, Collected collected) {
    return collected.names().getOrDefault(actor, actor);
  }
}
