package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.PartitionBound;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Attaches a table with rows to a partitioned table without reading them under a lock: a check that
 * is valid proves that they are within the bound.
 */
final class OnlinePartitions {

  private final Parts base;
  private final Parts target;

  OnlinePartitions(Parts base, Parts target) {
    this.base = base;
    this.target = target;
  }

  Work attach(Work work, Predicate<ObjectId> hasRows) {
    List<DraftStep> steps = work.opening();
    if (steps.size() == 1
        && steps.getFirst().operation() instanceof Operation.Set(Table it, Setting setting)
        && setting == Setting.ATTACHMENT
        && hasRows.test(it.id())) {
      return condition(it)
          .map(condition -> attach(work, it, condition, steps.getFirst()))
          .orElse(work);
    }
    return work;
  }

  private Optional<String> condition(Table partition) {
    PartitionBound bound = partition.partition();
    Table whole = bound == null ? null : target.lineage().table(bound.parent());
    return bound == null || whole == null || whole.partitionKey() == null
        ? Optional.empty()
        : Bounds.condition(whole.partitionKey(), bound);
  }

  private Work attach(Work work, Table partition, String condition, DraftStep plain) {
    String name = partition.name();
    Proof proof = Proof.of(name, Identifiers.last(name), "_is_within", condition, base, target);
    DraftStep refuse =
        proof.add(
            new Operation.RefuseOutside(partition),
            "keep rows that come to %s within its bound".formatted(name));
    DraftStep look =
        proof.validate(
            new Operation.ProveWithin(partition),
            "look for rows of %s outside of its bound".formatted(name));
    DraftStep attach =
        new DraftStep(
            new Operation.Set(partition, Setting.PROVEN_ATTACHMENT),
            plain.summary(),
            plain.sql(),
            plain.undo());
    DraftStep end =
        proof.end(new Operation.DropProof(partition), "drop the check that proved it of " + name);
    return Work.careful(work, List.of(refuse), List.of(look), List.of(attach, end));
  }
}
