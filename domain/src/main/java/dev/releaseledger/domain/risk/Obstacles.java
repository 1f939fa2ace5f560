package dev.releaseledger.domain.risk;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Obstacle;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectId;
import java.util.stream.Collectors;

/** Says what is in the way of a plan, and what would clear it. */
final class Obstacles {

  private Obstacles() {}

  static Finding finding(Obstacle obstacle) {
    return switch (obstacle) {
      case Obstacle.Unread it ->
          blocker(
              Rule.UNREAD_OBJECT,
              it,
              "%s in %s is not covered: %s".formatted(it.object(), it.side(), it.thing().reason()),
              "Remove it, or keep this database out of the ledger: a plan that does not see"
                  + " everything proves nothing.");
      case Obstacle.NeedsConversion it ->
          blocker(
              Rule.NEEDS_CONVERSION,
              it,
              "%s changes from %s to %s, which no cast does by itself"
                  .formatted(it.object(), it.base().type(), it.target().type()),
              howToConvert(it.target()));
      case Obstacle.LabelsLost it ->
          blocker(
              Rule.ENUM_LABELS_LOST,
              it,
              "%s has the labels %s and is declared with %s, and PostgreSQL can only add labels"
                  .formatted(it.object(), it.base().labels(), it.target().labels()),
              "Keep the old labels in their order, or declare a new type and move the columns.");
      case Obstacle.InUse it ->
          blocker(
              Rule.IN_USE,
              it,
              "%s would have to be dropped, and %s uses it".formatted(it.object(), it.by().label()),
              "Declare the new shape under another name, and move what uses it.");
      case Obstacle.Cycle it ->
          blocker(
              Rule.DEPENDENCY_CYCLE,
              it,
              "these need each other, and no order of statements satisfies them: "
                  + it.members().stream().map(ObjectId::label).collect(Collectors.joining(", ")),
              "Declare the change in two releases.");
    };
  }

  static String howToConvert(Column column) {
    return "Declare the conversion beside the table (-- ledger:using "
        + column.id().identity()
        + ": EXPRESSION), or add a new column and drop this one later.";
  }

  private static Finding blocker(Rule rule, Obstacle obstacle, String message, String remedy) {
    return new Finding(rule.slug(), obstacle.object(), Risk.UNSUPPORTED, message, remedy);
  }
}
