package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStage;
import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operators name each other as commutator or negator. The server links both when the second one is
 * made; to name one that is not there yet would leave a shell of it behind.
 */
final class OperatorLinks {

  private OperatorLinks() {}

  /** The same stages, none of whose steps names an operator that is not there at the time. */
  static List<DraftStage> settled(List<DraftStage> stages) {
    Iterator<DraftStep> steps =
        steps(stages.stream().flatMap(stage -> stage.steps().stream()).toList()).iterator();
    return stages.stream()
        .map(stage -> stage.doing(stage.steps().stream().map(_ -> steps.next()).toList()))
        .toList();
  }

  private static List<DraftStep> steps(List<DraftStep> steps) {
    Map<ObjectId, Defined> gone = new LinkedHashMap<>();
    Map<ObjectId, Defined> toCome = new LinkedHashMap<>();
    steps.forEach(step -> {
      if (step.operation() instanceof Operation.Create(Defined it, _, _) && isOperator(it)) {
        toCome.put(it.id(), it);
      }
    });
    List<DraftStep> settled = new ArrayList<>();
    for (DraftStep step : steps) {
      settled.add(
          switch (step.operation()) {
            case Operation.Create(Defined it, _, _) when isOperator(it) -> {
              toCome.remove(it.id());
              yield with(step, unlinked(step.sql(), it, toCome), step.undo());
            }
            case Operation.Drop(Defined it, _, _) when isOperator(it) -> {
              Undo undo = undo(step.undo(), it, gone);
              gone.put(it.id(), it);
              yield with(step, step.sql(), undo);
            }
            default -> step;
          });
    }
    return settled;
  }

  private static DraftStep with(DraftStep step, String sql, Undo undo) {
    return new DraftStep(step.operation(), step.summary(), sql, undo);
  }

  private static boolean isOperator(Defined it) {
    return it.id().kind() == ObjectKind.OPERATOR;
  }

  private static Undo undo(Undo undo, Defined operator, Map<ObjectId, Defined> absent) {
    return undo instanceof Undo.Reversible(String sql)
        ? new Undo.Reversible(unlinked(sql, operator, absent))
        : undo;
  }

  private static String unlinked(String sql, Defined operator, Map<ObjectId, Defined> absent) {
    String left = sql;
    for (Defined other : absent.values()) {
      for (String role : List.of("COMMUTATOR", "NEGATOR")) {
        if (operandsFit(role, operator, other)
            && operator.definition().contains(link(role, other))
            && other.definition().contains(link(role, operator))) {
          left = left.replace(link(role, other), "");
        }
      }
    }
    return left;
  }

  private static String link(String role, Defined operator) {
    return ", " + role + " = OPERATOR(" + name(operator) + ")";
  }

  private static boolean operandsFit(String role, Defined one, Defined other) {
    String operands = operands(one);
    String[] sides = operands.substring(1, operands.length() - 1).split(", ", 2);
    String turned = sides.length == 2 ? "(" + sides[1] + ", " + sides[0] + ")" : operands;
    return operands(other).equals(role.equals("NEGATOR") ? operands : turned);
  }

  private static String name(Defined operator) {
    return operator
        .definition()
        .substring("CREATE OPERATOR ".length(), operator.definition().indexOf(" (FUNCTION"));
  }

  private static String operands(Defined operator) {
    return operator.id().identity().substring(name(operator).length());
  }
}
