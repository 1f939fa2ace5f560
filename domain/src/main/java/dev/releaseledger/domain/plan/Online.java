package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Table;
import java.util.List;

/**
 * Finds the way that lets everybody go on, for what would make others wait while it reads a table;
 * a table that is new or has no rows takes the short way.
 */
final class Online {

  private final Parts base;
  private final Fates fates;
  private final PlanSettings settings;
  private final OnlineConstraints constraints;
  private final OnlineNotNull notNulls;
  private final OnlinePartitions partitions;
  private final OnlineDetachment detachment;
  private final Kin kin;

  Online(Parts base, Parts target, Fates fates, PlanSettings settings) {
    this.base = base;
    this.fates = fates;
    this.settings = settings;
    this.constraints = new OnlineConstraints(base, target, settings);
    this.partitions = new OnlinePartitions(base, target);
    this.detachment = new OnlineDetachment(base, target, settings.lockTimeoutMillis());
    this.kin = new Kin(base, target);
    this.notNulls = new OnlineNotNull(base, target, fates, settings);
  }

  /** The same work in the same order, each in the way that lets everybody go on. */
  List<Work> careful(List<Work> order) {
    Waiting waiting = new Waiting(order);
    List<Work> works =
        order.stream()
            .map(work -> work.opening().isEmpty() ? work : careful(work, waiting))
            .toList();
    return kin.behindDetachments(Swaps.joined(works, kin)).stream()
        .map(work -> waiting.none(work.node()) ? late(work) : work)
        .toList();
  }

  private Work careful(Work work, Waiting waiting) {
    return switch (work.opening().getFirst().operation()) {
      case Operation.Create(Index it, boolean rebuilt, _)
          when !it.partitioned() && hasRows(it.relation()) ->
          OnlineIndexes.build(
              work,
              it,
              rebuilt,
              rebuilt && waiting.only(new Node(Node.Action.DROP, it.id())) != null);
      case Operation.Create(Constraint it, boolean rebuilt, _) when hasRows(it.parent()) ->
          constraints.add(work, it, rebuilt);
      case Operation.Set(_, Setting setting) when setting == Setting.DETACHMENT ->
          detachment.detach(work, this::hasRows);
      case Operation.Drop(Table _, _, _) -> detachment.detach(work, this::hasRows);
      default ->
          partitions.attach(
              notNulls.prove(constraints.validate(work), this::hasRows), this::hasRows);
    };
  }

  /** An index on which nothing else waits goes at the end, and without making anybody wait. */
  private Work late(Work work) {
    return work.opening().size() == 1
            && work.opening().getFirst().operation() instanceof Operation.Drop(Index it, _, _)
            && !it.partitioned()
            && it.partOf() == null
            && hasRows(it.relation())
        ? OnlineIndexes.drop(work, it).takingBack().last()
        : work;
  }

  /** Whether the relation is there already, stays, and may have rows. */
  private boolean hasRows(ObjectId relation) {
    return base.all().containsKey(relation)
        && !fates.dropped().contains(relation)
        && !settings.emptyTables().contains(relation.identity())
        && switch (base.object(relation)) {
          case Table it -> it.foreign() == null;
          case MaterializedView _ -> true;
          default -> false;
        };
  }
}
