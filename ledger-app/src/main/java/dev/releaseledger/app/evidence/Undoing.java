package dev.releaseledger.app.evidence;

import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.plan.Undo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements of a plan, and those that take it back, as files that people read and run. */
final class Undoing {

  private Undoing() {}

  /** The statements of the plan in their order. */
  static String script(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, SchemaPlan> part : plan.connections().entrySet()) {
      text.append("-- database ").append(part.getKey()).append('\n');
      int number = 1;
      for (Stage stage : part.getValue().stages()) {
        text.append("-- stage ")
            .append(number++)
            .append(stage.transactional() ? ", in one transaction" : ", each for itself")
            .append('\n');
        stage.steps().forEach(step -> append(text, step.number(), step.summary(), step.sql()));
      }
    }
    return text.toString();
  }

  /** The statements that take the plan back; nothing where one of its steps cannot be. */
  static Optional<String> back(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, SchemaPlan> part : plan.connections().entrySet()) {
      List<Step> steps = part.getValue().steps();
      if (steps.stream().anyMatch(step -> step.undo() instanceof Undo.Irreversible)) {
        return Optional.empty();
      }
      text.append("-- database ").append(part.getKey()).append('\n');
      for (Step step : steps.reversed()) {
        if (step.undo() instanceof Undo.ReversibleWithDataLoss(String _, String lost)) {
          text.append("-- what is lost stays lost: ").append(line(lost)).append('\n');
        }
        Step undone = step.undone();
        append(text, step.number(), undone.summary(), undone.sql());
      }
    }
    return Optional.of(text.toString());
  }

  private static void append(StringBuilder text, int number, String summary, String sql) {
    text.append("-- step ").append(number).append(": ").append(line(summary)).append('\n');
    text.append(sql.strip());
    text.append(sql.strip().endsWith(";") ? "\n" : ";\n");
  }

  private static String line(String words) {
    return words.replace('\n', ' ').replace('\r', ' ');
  }
}
