package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Node.Action;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The order between tables that are above and below each other, besides what each part needs. */
final class Generations {

  private final Parts base;
  private final Parts target;
  private final Fates fates;
  private final Function<ObjectId, Node> drop;
  private final Function<ObjectId, Node> create;
  private final BiConsumer<Node, Node> first;

  Generations(
      Parts base,
      Parts target,
      Fates fates,
      Function<ObjectId, Node> drop,
      Function<ObjectId, Node> create,
      BiConsumer<Node, Node> first) {
    this.base = base;
    this.target = target;
    this.fates = fates;
    this.drop = drop;
    this.create = create;
    this.first = first;
  }

  void order() {
    fates.created().forEach(this::comesAfterItsParts);
    fates.altered().forEach(this::changesBeforeItsParts);
    fates.dropped().forEach(this::goesBeforeItsParts);
    fates.created().stream()
        .filter(id -> id.kind() == ObjectKind.ATTACHMENT)
        .forEach(this::takesItsPlace);
  }

  /** What is there below already is merged with what comes above. */
  private void comesAfterItsParts(ObjectId whole) {
    boolean merges =
        switch (whole.kind()) {
          case COLUMN -> true;
          case CONSTRAINT -> !((Constraint) target.object(whole)).indexed();
          default -> false;
        };
    for (SchemaObject part : target.lineage().parts(whole)) {
      if (merges && fates.created().contains(part.id())) {
        first.accept(create.apply(part.id()), create.apply(whole));
      }
    }
    if (target.object(whole) instanceof Index index && !index.valid()) {
      // A valid one would bring an index to every partition that is attached.
      target.lineage().children(index.relation().identity()).stream()
          .map(child -> new ObjectId(ObjectKind.ATTACHMENT, child))
          .filter(fates.created()::contains)
          .forEach(attachment -> first.accept(create.apply(attachment), create.apply(whole)));
    }
    if (!(target.object(whole) instanceof Constraint key)
        || key.type() != ConstraintType.FOREIGN_KEY) {
      return;
    }
    target
        .lineage()
        .counterpart(key)
        .filter(above -> !fates.created().contains(above))
        .map(above -> new ObjectId(ObjectKind.ATTACHMENT, key.table()))
        .filter(fates.created()::contains)
        .ifPresent(attachment -> first.accept(create.apply(whole), create.apply(attachment)));
    target.needs(whole).stream()
        .filter(fates.created()::contains)
        .flatMap(need -> target.lineage().parts(need).stream())
        .map(Generations::tie)
        .filter(fates.created()::contains)
        .forEach(tie -> first.accept(create.apply(tie), create.apply(whole)));
  }

  private static ObjectId tie(SchemaObject part) {
    String index =
        part instanceof Constraint constraint ? constraint.indexName() : part.id().identity();
    return new ObjectId(ObjectKind.INDEX_ATTACHMENT, index);
  }

  /** What changes above changes below with it, and then what is different there. */
  private void changesBeforeItsParts(ObjectId whole) {
    if (whole.kind() == ObjectKind.COLUMN) {
      for (SchemaObject part : target.lineage().parts(whole)) {
        if (fates.altered().contains(part.id())) {
          first.accept(new Node(Action.ALTER, whole), new Node(Action.ALTER, part.id()));
        }
      }
    }
  }

  /** What is inherited cannot go while it is. */
  private void goesBeforeItsParts(ObjectId whole) {
    if (whole.kind() == ObjectKind.COLUMN || whole.kind() == ObjectKind.CONSTRAINT) {
      for (SchemaObject part : base.lineage().parts(whole)) {
        Node later = fates.dropped().contains(part.id()) ? drop.apply(part.id()) : null;
        if (later != null && later.part().equals(part.id())) {
          first.accept(drop.apply(whole), later);
        }
      }
    }
  }

  /** Bounds must not overlap, and the default partition takes what the others leave. */
  private void takesItsPlace(ObjectId attachment) {
    Table partition = (Table) target.object(attachment);
    String parent = partition.parents().getFirst();
    siblings(base, parent, fates.dropped()).stream()
        .filter(id -> mayOverlap(partition, (Table) base.object(id)))
        .forEach(id -> first.accept(drop.apply(id), create.apply(attachment)));
    // A partition must have what its whole has, also what the whole is about to lose.
    fates.dropped().stream()
        .filter(id -> id.kind() == ObjectKind.COLUMN || id.kind() == ObjectKind.CONSTRAINT)
        .filter(
            id -> base.object(id).parent() instanceof ObjectId of && parent.equals(of.identity()))
        .forEach(id -> first.accept(drop.apply(id), create.apply(attachment)));
    if (partition.takesTheRest()) {
      siblings(target, parent, fates.created()).stream()
          .filter(id -> !((Table) target.object(id)).takesTheRest())
          .forEach(id -> first.accept(create.apply(id), create.apply(attachment)));
    }
  }

  private static boolean mayOverlap(Table one, Table other) {
    return one.partition() == null
        || other.partition() == null
        || !Bounds.disjoint(one.partition(), other.partition());
  }

  private static List<ObjectId> siblings(Parts parts, String parent, SortedSet<ObjectId> changing) {
    return parts.lineage().children(parent).stream()
        .map(child -> new ObjectId(ObjectKind.ATTACHMENT, child))
        .filter(changing::contains)
        .toList();
  }
}
