package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.plan.Undo;
import dev.releaseledger.domain.rehearsal.UndoFindings;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes a plan that has been run on the copy back, last step first, and then runs again what was
 * taken back; says of each step whether there is a way back.
 */
final class WayBack {

  private final Connection copy;
  private final Moments moments;
  private final Map<Integer, UndoMark> marks = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /** The steps whose undo has run. */
  private final Set<Integer> undone = new TreeSet<>();

  /** The step taken back last that has no way back, or 0: what others need may depend on it. */
  private int stopped;

  /** The objects that are known not to be back. */
  private final Set<String> astray = new TreeSet<>();

  /** The steps that are not taken back yet. */
  private List<Step> pending = List.of();

  /** The steps taken back since the copy was read. */
  private final List<Step> unproven = new ArrayList<>();

  WayBack(Connection copy, Moments moments) {
    this.copy = copy;
    this.moments = moments;
  }

  /** Whether a step can be taken back. */
  UndoMark mark(Step step) {
    return Objects.requireNonNull(marks.get(step.number()), "not taken back yet");
  }

  List<Finding> findings() {
    return findings;
  }

  void prove(SchemaPlan plan, Schema reached) throws SQLException {
    for (Step step : plan.steps().reversed()) {
      if (step.undo() instanceof Undo.Irreversible && stopped == 0) {
        // Beyond this step there is no way back, and so none forward again.
        back(again(plan, reached));
      }
      pending = plan.steps().subList(0, step.number() - 1);
      marks.put(step.number(), undo(step));
      unproven.add(step);
      Schema before = moments.before(step);
      if (before != null) {
        compare(before);
      }
    }
    if (stopped == 0) {
      Object _ = again(plan, reached);
    }
  }

  private UndoMark undo(Step step) throws SQLException {
    return switch (step.undo()) {
      case Undo.Irreversible(String reason) -> {
        stopped = step.number();
        yield new UndoMark.Irreversible(reason);
      }
      case Undo.Reversible(String sql) -> undo(step, sql, new UndoMark.Reversible());
      case Undo.ReversibleWithDataLoss(String sql, String lost) ->
          undo(step, sql, new UndoMark.ReversibleWithDataLoss(lost));
    };
  }

  private UndoMark undo(Step step, String sql, UndoMark proven) throws SQLException {
    String problem = Script.run(copy, sql);
    if (problem == null) {
      undone.add(step.number());
      return proven;
    }
    if (stopped > 0) {
      return new UndoMark.Irreversible(
          "its undo fails while step %d is not taken back: %s".formatted(stopped, problem));
    }
    findings.add(UndoFindings.fails(step, problem));
    stopped = step.number();
    return new UndoMark.Irreversible("its undo fails: " + problem);
  }

  private void compare(Schema before) throws SQLException {
    Schema now = CatalogReader.reread(copy, before.access().privileges());
    List<Difference> differences = new ArrayList<>(Diff.differences(before, now));
    differences.removeIf(difference -> astray.contains(difference.object()));
    if (!differences.isEmpty()) {
      differences.removeAll(furtherBack(differences, now));
      blame(differences.stream().filter(this::isUnexplained).toList());
      differences.forEach(difference -> astray.add(difference.object()));
    }
    unproven.clear();
  }

  /**
   * Those about objects that are as they were even earlier, before a step that is still to be taken
   * back: the index that was built for a key goes with the key.
   */
  private List<Difference> furtherBack(List<Difference> differences, Schema now) {
    List<Difference> back = new ArrayList<>();
    for (Step step : pending) {
      Schema earlier = moments.before(step);
      if (earlier != null) {
        Set<String> elsewhere =
            Diff.differences(earlier, now).stream()
                .map(Difference::object)
                .collect(Collectors.toSet());
        differences.stream().filter(it -> !elsewhere.contains(it.object())).forEach(back::add);
      }
    }
    return back;
  }

  /** What a step without a way back did is still there, and no undo is to blame. */
  private boolean isUnexplained(Difference difference) {
    return unproven.stream()
        .filter(step -> !undone.contains(step.number()))
        .noneMatch(step -> step.object().equals(difference.object()));
  }

  private void blame(List<Difference> differences) {
    if (!differences.isEmpty()) {
      List<Step> suspects =
          unproven.stream().filter(step -> undone.contains(step.number())).toList();
      List<Step> culprits = suspects.stream().filter(step -> concerns(differences, step)).toList();
      boolean explained = !culprits.isEmpty() || suspects.size() < unproven.size();
      (explained ? culprits : suspects).forEach(step -> leadsElsewhere(step, differences));
    }
  }

  private static boolean concerns(List<Difference> differences, Step step) {
    return differences.stream().anyMatch(it -> it.object().equals(step.object()));
  }

  private void leadsElsewhere(Step step, List<Difference> differences) {
    String text = String.join("; ", differences.stream().map(Difference::text).toList());
    if (stopped > 0) {
      marks.put(
          step.number(),
          new UndoMark.Irreversible(
              "its undo leads elsewhere while step %d is not taken back: %s"
                  .formatted(stopped, text)));
      return;
    }
    marks.put(step.number(), new UndoMark.Irreversible("its undo leads elsewhere: " + text));
    findings.add(UndoFindings.leadsElsewhere(step, text));
  }

  /** Who takes a plan back may want to apply it once more; what has been run of it. */
  private List<Step> again(SchemaPlan plan, Schema reached) throws SQLException {
    List<Step> redone = new ArrayList<>();
    for (Stage stage : plan.stages()) {
      List<Step> steps =
          stage.steps().stream().filter(step -> undone.contains(step.number())).toList();
      if (!steps.isEmpty()
          && StageRunner.run(copy, new Stage(stage.transactional(), steps), StageListener.NONE)
              instanceof StageResult.Failed failed) {
        steps.stream()
            .filter(step -> step.number() == failed.step())
            .forEach(step -> findings.add(UndoFindings.notAgain(step, failed.message())));
        return redone;
      }
      redone.addAll(steps);
    }
    if (!redone.isEmpty()) {
      compareAgain(plan, reached);
    }
    return redone;
  }

  /** Takes back once more, by the same undo steps, what has been run again. */
  private void back(List<Step> redone) throws SQLException {
    for (Step step : redone.reversed()) {
      String problem = Script.run(copy, step.undone().sql());
      if (problem != null) {
        findings.add(UndoFindings.fails(step, problem));
        stopped = step.number();
        return;
      }
    }
  }

  private void compareAgain(SchemaPlan plan, Schema reached) throws SQLException {
    List<String> differences =
        Diff.differences(reached, CatalogReader.reread(copy, reached.access().privileges()))
            .stream()
            .filter(difference -> !astray.contains(difference.object()))
            .map(Difference::text)
            .toList();
    if (!differences.isEmpty()) {
      findings.add(UndoFindings.notAgain(plan.steps().getLast(), String.join("; ", differences)));
    }
  }
}
