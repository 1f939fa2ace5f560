package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Fingerprint;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one database gets from one schema to another.
 *
 * @param settings what it was made with
 * @param blockers why it must not run at all, forced or not
 * @param notes what is noticed about it as a whole, which stops nothing and is about no step
 */
public record SchemaPlan(
    Fingerprint base,
    Fingerprint target,
    PlanSettings settings,
    List<Stage> stages,
    List<Finding> blockers,
    List<Finding> notes) {

  public SchemaPlan {
    stages = List.copyOf(stages);
    blockers = List.copyOf(blockers);
    notes = List.copyOf(notes);
  }

  /** The same plan with what the project's standards say to it; no finding is told twice. */
  public SchemaPlan heldTo(List<Finding> standards) {
    return standards.isEmpty()
        ? this
        : new SchemaPlan(
            base,
            target,
            settings,
            stages.stream().map(stage -> stage.without(standards)).toList(),
            blockers,
            Stream.concat(standards.stream(), notes.stream()).toList());
  }

  /** All steps in their order. */
  public List<Step> steps() {
    return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
  }

  /**
   * What leaves nothing of the changes that are half done when a stage fails: for each step its
   * undo, in a stage of its own and in the order they are run.
   */
  public List<Stage> takingBack(Stage failed) {
    return failed.takesBack().stream().map(this::takingBack).toList();
  }

  private Stage takingBack(int number) {
    for (Stage stage : stages) {
      for (Step step : stage.steps()) {
        if (step.number() == number) {
          return new Stage(stage.transactional(), List.of(step.undone()));
        }
      }
    }
    throw new IllegalArgumentException("no step " + number);
  }

  /** The steps that need force. */
  public List<Step> destructiveSteps() {
    return steps().stream().filter(Step::destructive).toList();
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return stages.isEmpty() && blockers.isEmpty();
  }

  /** Whether it is refused, forced or not. */
  public boolean blocked() {
    return !blockers.isEmpty();
  }

  /** What blocks it, what is noticed about it as a whole, and about its steps. */
  public List<Finding> findings() {
    return Stream.of(
            blockers.stream(),
            notes.stream(),
            steps().stream().flatMap(step -> step.findings().stream()))
        .flatMap(part -> part)
        .toList();
  }
}
