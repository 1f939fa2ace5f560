package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets an index, a constraint or the bound of a partition go only when its successor is ready to
 * take its place, so that no query and no row is without both in the meantime.
 */
final class Swaps {

  private Swaps() {}

  /** The same work, where what only makes room for a successor is part of that. */
  static List<Work> joined(List<Work> works, Kin kin) {
    Waiting waiting = new Waiting(works);
    Map<Node, Work> joined = new HashMap<>();
    Set<Node> gone = new HashSet<>();
    for (Work work : works) {
      Work successor = waiting.only(work.node());
      if (successor != null && !work.careful() && successor.careful()) {
        Work whole = joined.getOrDefault(successor.node(), successor);
        if (takesPlace(work, successor)) {
          joined.put(successor.node(), whole.joined(work));
          gone.add(work.node());
        } else if (attachesAgain(work, successor)
            && !kin.isBusyAfter(works, work, detached(work), successor)) {
          joined.put(successor.node(), whole.closing(work));
          gone.add(work.node());
        }
      }
    }
    return works.stream()
        .filter(work -> !gone.contains(work.node()))
        .map(work -> joined.getOrDefault(work.node(), work))
        .toList();
  }

  /** Whether the one is only in the way of the other, on the same relation. */
  private static boolean takesPlace(Work old, Work successor) {
    ObjectId relation = made(successor);
    return relation != null
        && !old.opening().isEmpty()
        && old.opening().getFirst().operation() instanceof Operation.Drop(SchemaObject gone, _, _)
        && (gone instanceof Index || gone instanceof Constraint)
        && relation.equals(gone.parent());
  }

  private static Table detached(Work work) {
    return (Table) ((Operation.Set) work.opening().getFirst().operation()).target();
  }

  /** Whether a partition that is detached is attached again, by another bound or elsewhere. */
  private static boolean attachesAgain(Work old, Work successor) {
    return old.opening().size() == 1
        && old.opening().getFirst().operation() instanceof Operation.Set(Table it, Setting setting)
        && setting == Setting.DETACHMENT
        && !successor.opening().isEmpty()
        && successor.opening().getFirst().operation() instanceof Operation.RefuseOutside(Table then)
        && it.id().equals(then.id());
  }

  /** The relation that gets something. */
  private static @Nullable ObjectId made(Work work) {
    List<Draft.DraftStep> steps = work.opening().isEmpty() ? work.alone() : work.opening();
    return switch (steps.getFirst().operation()) {
      case Operation.Create it -> it.made().parent();
      case Operation.BuildKey it -> it.key().parent();
      default -> null;
    };
  }
}
