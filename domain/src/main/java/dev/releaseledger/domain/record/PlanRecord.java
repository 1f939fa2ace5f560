package dev.releaseledger.domain.record;

import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Undo;
import dev.releaseledger.domain.record.ChangeRecord.Noticed;
import dev.releaseledger.domain.record.ChangeRecord.Part;
import dev.releaseledger.domain.record.ChangeRecord.Ran;
import dev.releaseledger.domain.record.ChangeRecord.Rehearsed;
import dev.releaseledger.domain.record.ChangeRecord.Step;
import dev.releaseledger.domain.record.ChangeRecord.Way;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.rehearsal.UndoMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan beside what its rehearsal showed and what has run of it. */
final class PlanRecord {

  private static final String REVERSIBLE = "reversible";
  private static final String WITH_LOSS = "reversible_with_data_loss";
  private static final String IRREVERSIBLE = "irreversible";

  /** A step of a plan is named by its connection and its number. */
  private record Place(String connection, int step) {}

  private final Dossier dossier;
  private final Map<Place, Ran> ran = new HashMap<>();
  private final Set<Place> takenBack = new HashSet<>();

  PlanRecord(Dossier dossier, Found found) {
    this.dossier = dossier;
    found
        .each(
            StatementApplied.class,
            (it, at) ->
                Map.entry(
                    new Place(it.connection(), it.step()),
                    new Ran(it.millis() < 0 ? null : it.millis(), it.sqlDigest(), at)))
        .forEach(entry -> ran.putIfAbsent(entry.getKey(), entry.getValue()));
    found
        .each(ApplyFailed.class, (it, _) -> it)
        .forEach(
            it -> it.takenBack().forEach(step -> takenBack.add(new Place(it.connection(), step))));
  }

  List<Part> parts() {
    return dossier.plan().connections().entrySet().stream()
        .map(entry -> part(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Part part(String connection, SchemaPlan plan) {
    RehearsalReport report = dossier.rehearsal().of(connection);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < plan.stages().size(); i++) {
      Stage stage = plan.stages().get(i);
      for (dev.releaseledger.domain.plan.Step step : stage.steps()) {
        steps.add(step(connection, i + 1, stage.transactional(), step, report));
      }
    }
    return new Part(
        connection,
        plan.base().value(),
        plan.target().value(),
        Stream.of(
                plan.blockers().stream(),
                plan.notes().stream(),
                report == null ? Stream.<Finding>of() : report.findings().stream())
            .flatMap(part -> part)
            .map(PlanRecord::noticed)
            .toList(),
        report == null ? null : report.rows(),
        steps);
  }

  private Step step(
      String connection,
      int stage,
      boolean transactional,
      dev.releaseledger.domain.plan.Step step,
      @Nullable RehearsalReport report) {
    Place place = new Place(connection, step.number());
    MeasuredStep measured = report == null ? null : report.step(step.number());
    return new Step(
        step.number(),
        stage,
        transactional,
        step.object(),
        step.summary(),
        step.sql(),
        word(step.risk()),
        step.destructive(),
        step.lock(),
        step.rewrites(),
        step.scans(),
        step.lockTimeoutMillis(),
        step.statementTimeoutMillis(),
        way(step.undo()),
        measured == null
            ? null
            : new Rehearsed(
                measured.millis(),
                measured.locks(),
                measured.rewrites(),
                measured.scans(),
                way(measured.undo())),
        ran.get(place),
        takenBack.contains(place),
        step.findings().stream().map(PlanRecord::noticed).toList());
  }

  private static Noticed noticed(Finding it) {
    return new Noticed(it.rule(), it.object(), word(it.risk()), it.message(), it.remedy());
  }

  private static Way way(Undo undo) {
    return switch (undo) {
      case Undo.Reversible(String sql) -> new Way(REVERSIBLE, sql, null);
      case Undo.ReversibleWithDataLoss(String sql, String lost) -> new Way(WITH_LOSS, sql, lost);
      case Undo.Irreversible(String reason) -> new Way(IRREVERSIBLE, null, reason);
    };
  }

  private static Way way(UndoMark mark) {
    return switch (mark) {
      case UndoMark.Reversible() -> new Way(REVERSIBLE, null, null);
      case UndoMark.ReversibleWithDataLoss(String lost) -> new Way(WITH_LOSS, null, lost);
      case UndoMark.Irreversible(String reason) -> new Way(IRREVERSIBLE, null, reason);
    };
  }

  /** A constant as the word for it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
