package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows which work is about a partition or a table above it: what comes to one of them goes on to
 * the other while they are attached, and so must not change places with a detachment.
 */
final class Kin {

  private final Parts base;
  private final Parts target;

  Kin(Parts base, Parts target) {
    this.base = base;
    this.target = target;
  }

  /** The same work, where nothing overtakes a detachment that is put off. */
  List<Work> behindDetachments(List<Work> works) {
    List<Work> kept = new ArrayList<>(works);
    for (int i = 0; i < works.size(); i++) {
      Table leaving = leaving(works.get(i));
      if (leaving != null) {
        holdBack(kept, i, withAncestors(leaving));
      }
    }
    return kept;
  }

  private void holdBack(List<Work> works, int detachment, Set<ObjectId> kin) {
    List<Node> held = new ArrayList<>();
    for (int i = detachment + 1; i < works.size(); i++) {
      Work work = works.get(i);
      if (concerns(work, kin)) {
        works.set(i, work.waitingFor(List.of(works.get(detachment).node())));
        held.add(work.node());
      } else if (attachesTo(work, kin)) {
        // It does not wait for who leaves, but for what is done to the whole before it comes.
        works.set(i, work.waitingFor(held));
      }
    }
  }

  private static boolean attachesTo(Work work, Set<ObjectId> kin) {
    return Stream.of(work.opening(), work.closing())
        .flatMap(List::stream)
        .anyMatch(step ->
            step.operation() instanceof Operation.Set(Table it, Setting setting)
                && (setting == Setting.ATTACHMENT || setting == Setting.PROVEN_ATTACHMENT)
                && it.partition() != null
                && kin.contains(new ObjectId(ObjectKind.TABLE, it.partition().parent())));
  }

  private static @Nullable Table leaving(Work work) {
    return work.late()
            && !work.alone().isEmpty()
            && work.alone().getFirst().operation()
                instanceof Operation.Set(Table it, Setting setting)
            && setting == Setting.CONCURRENT_DETACHMENT
        ? it
        : null;
  }

  /** Whether other work that comes later is about the partition or a table above it. */
  boolean isBusyAfter(List<Work> works, Work detachment, Table partition, Work except) {
    Set<ObjectId> kin = withAncestors(partition);
    return works.stream()
        .skip(works.indexOf(detachment) + 1L)
        .filter(work -> work != except)
        .anyMatch(work -> concerns(work, kin));
  }

  private Set<ObjectId> withAncestors(Table partition) {
    Set<ObjectId> kin = new HashSet<>(Set.of(partition.id()));
    base.lineage().wholes(partition).forEach(whole -> kin.add(whole.id()));
    return kin;
  }

  private boolean concerns(Work work, Set<ObjectId> relations) {
    return Stream.of(work.opening(), work.alone(), work.closing())
        .flatMap(List::stream)
        .map(DraftStep::operation)
        .map(Operation::object)
        .anyMatch(id -> relations.contains(id) || relations.contains(relation(id)));
  }

  private @Nullable ObjectId relation(ObjectId id) {
    SchemaObject object = target.schema().find(id);
    SchemaObject known = object == null ? base.schema().find(id) : object;
    return known == null ? null : known.parent();
  }
}
