package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.PartitionBound;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Detaches a partition that leaves for good while queries of the whole go on (PostgreSQL manual,
 * ALTER TABLE, "DETACH PARTITION").
 *
 * <p>The server leaves a check of the bound behind, unless one of the table's own implies it, under
 * a name that it makes from those of the table and of the key's column. Where it is not certain
 * which, the partition is detached at once.
 */
final class OnlineDetachment {

  private static final int LONGEST_NAME = 63;

  private final Parts base;
  private final Parts target;
  private final long lockTimeoutMillis;
  private @Nullable Set<ObjectId> referenced;
  private @Nullable Set<String> taken;

  OnlineDetachment(Parts base, Parts target, long lockTimeoutMillis) {
    this.base = base;
    this.target = target;
    this.lockTimeoutMillis = lockTimeoutMillis;
  }

  /** The same work, where nobody who asks the whole waits for it, and the rows go last. */
  Work detach(Work work, Predicate<ObjectId> hasRows) {
    DraftStep first = work.opening().getFirst();
    return switch (first.operation()) {
      case Operation.Set(Table it, Setting setting)
          when setting == Setting.DETACHMENT && work.opening().size() == 1 ->
          leaving(it, hasRows)
              .map(leaving -> careful(work, leaving, leaving.dropCheck()))
              .orElse(work);
      case Operation.Drop(Table it, boolean rebuilt, _)
          when !rebuilt && work.opening().size() == 1 ->
          leaving(it, hasRows).map(leaving -> careful(work, leaving, first)).orElse(work);
      default -> work;
    };
  }

  private static Work careful(Work work, Leaving leaving, DraftStep closing) {
    return Work.careful(work, List.of(), List.of(leaving.detach()), List.of(closing)).last();
  }

  private Optional<Leaving> leaving(Table partition, Predicate<ObjectId> hasRows) {
    PartitionBound bound = partition.partition();
    Table whole = bound == null ? null : base.lineage().table(bound.parent());
    if (bound == null
        || whole == null
        || whole.partitionKey() == null
        || !hasRows.test(whole.id())
        || !canLeave(partition, whole)) {
      return Optional.empty();
    }
    return check(partition).map(check -> new Leaving(partition, bound, check, lockTimeoutMillis));
  }

  private boolean canLeave(Table partition, Table whole) {
    boolean leaf = partition.partitionKey() == null && partition.foreign() == null;
    boolean forGood = !target.lineage().isPartition(partition.name());
    return leaf
        && forGood
        && !hasDefault(base, whole)
        && !hasDefault(target, whole)
        && !isReferenced(partition);
  }

  private static boolean hasDefault(Parts schema, Table whole) {
    return schema.lineage().children(whole.name()).stream()
        .map(child -> schema.lineage().table(child))
        .anyMatch(child -> child != null && child.takesTheRest());
  }

  private boolean isReferenced(Table partition) {
    if (referenced == null) {
      referenced =
          base.all().values().stream()
              .map(Parts.Part::object)
              .filter(Ddl::isForeignKey)
              .flatMap(key ->
                  base.needs(key.id()).stream()
                      .filter(base.all()::containsKey)
                      .map(need -> base.object(need).parent())
                      .filter(table -> table != null && !table.equals(key.parent())))
              .collect(Collectors.toUnmodifiableSet());
    }
    return base.lineage().wholes(partition).stream().map(Table::id).anyMatch(referenced::contains);
  }

  private Optional<String> check(Table partition) {
    return keyColumns(partition)
        .map(columns -> columns.size() == 1 ? "_" + columns.first() + "_check" : "_check")
        .filter(ending -> fits(Identifiers.last(partition.name()) + ending))
        .map(ending -> Identifiers.suffixed(partition.name(), ending, Integer.MAX_VALUE))
        .filter(this::isFree)
        .map(Identifiers::last);
  }

  /** The columns that tell which rows are in a partition, on all levels above it. */
  private Optional<SortedSet<String>> keyColumns(Table partition) {
    SortedSet<String> columns = new TreeSet<>();
    for (Table whole : base.lineage().wholes(partition)) {
      Optional<List<String>> key = Bounds.columns(Objects.requireNonNull(whole.partitionKey()));
      if (key.isEmpty()) {
        return Optional.empty();
      }
      columns.addAll(key.get());
    }
    return Optional.of(columns);
  }

  private static boolean fits(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
  }

  /** The server takes another name when a constraint of the same schema has this one. */
  private boolean isFree(String check) {
    if (taken == null) {
      taken =
          Stream.of(base, target)
              .flatMap(schema -> schema.schema().objects().values().stream())
              .flatMap(OnlineDetachment::constraintNames)
              .collect(Collectors.toUnmodifiableSet());
    }
    return !taken.contains(check);
  }

  private static Stream<String> constraintNames(SchemaObject object) {
    return switch (object) {
      case Constraint it -> Stream.of(Identifiers.beside(it.table(), it.name()));
      case Trigger it -> Stream.of(Identifiers.beside(it.relation().identity(), it.name()));
      case DomainType it ->
          it.constraints().stream().map(own -> Identifiers.beside(it.name(), own.name()));
      case Column it when it.notNullConstraint() != null && it.notNullConstraint().name() != null ->
          Stream.of(Identifiers.beside(it.table(), it.notNullConstraint().name()));
      default -> Stream.empty();
    };
  }
}
