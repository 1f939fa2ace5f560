package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds views that count the columns of a table: the server writes all columns of the rows that a
 * function returns into the view, in their order, and a table never gets another order.
 */
final class CountedColumns {

  private final Parts base;
  private final Parts target;
  private final Fates fates;

  CountedColumns(Parts base, Parts target, Fates fates) {
    this.base = base;
    this.target = target;
    this.fates = fates;
  }

  List<Obstacle> all() {
    List<Obstacle> found = new ArrayList<>();
    for (ObjectId id : target.all().keySet()) {
      if (id.kind() == ObjectKind.ROUTINE) {
        target.needs(id).stream()
            .filter(need -> need.kind() == ObjectKind.TABLE)
            .forEach(table -> found.addAll(countedBy(id, table)));
      }
    }
    return found;
  }

  private List<Obstacle> countedBy(ObjectId routine, ObjectId table) {
    List<String> declared = declared(table);
    List<String> reached = reached(table);
    return reached.equals(declared)
        ? List.of()
        : target.neededBy(routine).stream()
            .filter(user -> fates.created().contains(user) || fates.altered().contains(user))
            .filter(user -> query(user).contains("(" + String.join(", ", declared) + ")"))
            .<Obstacle>map(user -> new Obstacle.CountsColumns(user, table, reached, declared))
            .toList();
  }

  private String query(ObjectId user) {
    SchemaObject object = target.object(user);
    return switch (object) {
      case View view -> view.query();
      case MaterializedView view -> view.query();
      default -> "";
    };
  }

  private List<String> declared(ObjectId table) {
    return target.schema().columnOrder().getOrDefault(table.identity(), List.of());
  }

  /** What stays keeps its place, and what comes to a table comes last. */
  private List<String> reached(ObjectId table) {
    if (fates.created().contains(table)) {
      return declared(table);
    }
    List<String> reached = new ArrayList<>();
    for (Column column : base.schema().columnsOf(table.identity())) {
      if (!fates.dropped().contains(column.id())) {
        reached.add(column.name());
      }
    }
    declared(table).stream().filter(name -> !reached.contains(name)).forEach(reached::add);
    return reached;
  }
}
