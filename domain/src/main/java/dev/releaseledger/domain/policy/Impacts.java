package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.diff.Change;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.plan.Undo;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what a plan does, as far as gates ask for it. */
final class Impacts {

  private static final long UNKNOWN = -1;

  private Impacts() {}

  static Impact of(
      Schema base, Schema target, SchemaPlan plan, Function<String, OptionalLong> rows) {
    SortedSet<String> tables = new TreeSet<>();
    SortedMap<String, Long> emptied = new TreeMap<>();
    for (Change change : Diff.between(base, target).changes()) {
      switch (change) {
        case Change.Added(SchemaObject object) -> add(tableOf(object), tables);
        case Change.Removed(SchemaObject object) -> {
          add(tableOf(object), tables);
          emptied(object, target, rows, emptied);
        }
        case Change.Altered(SchemaObject before, SchemaObject after) -> {
          add(tableOf(before), tables);
          add(tableOf(after), tables);
        }
      }
    }
    return new Impact(
        tables,
        words(plan, Step::destructive),
        words(plan, step -> !(step.undo() instanceof Undo.Reversible)),
        emptied,
        words(plan, step -> step.risk() == Risk.BLOCKING || step.rewrites()),
        0);
  }

  /** What goes with its rows: a table, or a column of a table that stays. */
  private static void emptied(
      SchemaObject object,
      Schema target,
      Function<String, OptionalLong> rows,
      SortedMap<String, Long> emptied) {
    ObjectId table = tableOf(object);
    boolean whole = object.id().kind() == ObjectKind.TABLE;
    if (table == null || !(whole || isColumnOfWhatStays(object, table, target))) {
      return;
    }
    long count = rows.apply(table.identity()).orElse(UNKNOWN);
    if (count != 0) {
      emptied.put(object.id().label(), count);
    }
  }

  private static boolean isColumnOfWhatStays(SchemaObject object, ObjectId table, Schema target) {
    return object.id().kind() == ObjectKind.COLUMN && target.find(table) != null;
  }

  private static @Nullable ObjectId tableOf(SchemaObject object) {
    ObjectId table = object.id().kind() == ObjectKind.TABLE ? object.id() : object.parent();
    return table != null && table.kind() == ObjectKind.TABLE ? table : null;
  }

  private static void add(@Nullable ObjectId table, SortedSet<String> tables) {
    if (table != null) {
      tables.add(table.identity());
    }
  }

  private static List<String> words(SchemaPlan plan, Predicate<Step> which) {
    return plan.steps().stream().filter(which).map(Step::summary).toList();
  }
}
