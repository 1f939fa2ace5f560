package dev.releaseledger.domain.drawing;

import dev.releaseledger.domain.preflight.ForeignKey;
import dev.releaseledger.domain.preflight.IndexKeys;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables of a schema and the foreign keys between them, ready to be drawn.
 *
 * @param partOf the tables that partitions are drawn as, by the partitions
 */
public record Diagram(List<Entity> entities, List<Relation> relations, Map<String, String> partOf) {

  public Diagram {
    entities = List.copyOf(entities);
    relations = List.copyOf(relations);
    partOf = Map.copyOf(partOf);
  }

  Diagram(List<Entity> entities, List<Relation> relations) {
    this(entities, relations, Map.of());
  }

  /** All tables; partitions are drawn as the table they are a part of. */
  public static Diagram of(Schema schema) {
    return new Reading(schema).diagram();
  }

  /** These tables, and those that refer to them or that they refer to. */
  public Diagram around(Collection<String> tables) {
    Set<String> shown = new TreeSet<>();
    tables.forEach(table -> shown.add(partOf.getOrDefault(table, table)));
    List<Relation> near =
        relations.stream()
            .filter(it -> shown.contains(it.child()) || shown.contains(it.parent()))
            .toList();
    near.forEach(relation -> {
      shown.add(relation.child());
      shown.add(relation.parent());
    });
    return new Diagram(
        entities.stream().filter(it -> shown.contains(it.table())).toList(), near, partOf);
  }

  /** Reads the picture out of a schema. */
  private static final class Reading {

    private final Schema schema;
    private final Map<String, String> parents = new TreeMap<>();
    private final Map<String, Set<String>> primary = new TreeMap<>();
    private final Map<String, Set<String>> foreign = new TreeMap<>();
    private final Map<String, Set<Set<String>>> unique = new TreeMap<>();
    private final List<Constraint> references = new ArrayList<>();

    Reading(Schema schema) {
      this.schema = schema;
      schema.objects().values().forEach(this::learn);
    }

    private void learn(SchemaObject object) {
      if (object instanceof Table table && table.partition() != null) {
        parents.put(table.name(), table.partition().parent());
      }
      if (object instanceof Index index
          && index.definition().startsWith("CREATE UNIQUE ")
          && !index.definition().contains(" WHERE ")) {
        unique(index.relation().identity(), IndexKeys.ofIndex(index.definition()).expressions());
      }
      if (object instanceof Constraint constraint) {
        learn(constraint);
      }
    }

    private void learn(Constraint constraint) {
      switch (constraint.type()) {
        case PRIMARY_KEY -> {
          List<String> keys = IndexKeys.ofConstraint(constraint.definition()).expressions();
          primary.computeIfAbsent(constraint.table(), key -> new TreeSet<>()).addAll(keys);
          unique(constraint.table(), keys);
        }
        case UNIQUE ->
            unique(
                constraint.table(), IndexKeys.ofConstraint(constraint.definition()).expressions());
        case FOREIGN_KEY -> {
          ForeignKey key = ForeignKey.of(constraint.definition());
          foreign
              .computeIfAbsent(constraint.table(), table -> new TreeSet<>())
              .addAll(key.columns());
          // What a partition has of its table is drawn there.
          if (constraint.partOf() == null) {
            references.add(constraint);
          }
        }
        case CHECK, EXCLUSION -> {}
      }
    }

    private void unique(String table, List<String> keys) {
      unique.computeIfAbsent(table, key -> new HashSet<>()).add(new TreeSet<>(keys));
    }

    Diagram diagram() {
      Map<String, String> partOf = new TreeMap<>();
      Map<String, Integer> partitions = new TreeMap<>();
      for (String partition : parents.keySet()) {
        partOf.put(partition, drawnAs(partition));
        partitions.merge(drawnAs(partition), 1, Integer::sum);
      }
      List<Entity> entities = new ArrayList<>();
      Set<String> drawn = new TreeSet<>();
      for (SchemaObject object : schema.objects().values()) {
        if (object instanceof Table table && table.partition() == null) {
          entities.add(entity(table, partitions.getOrDefault(table.name(), 0)));
          drawn.add(table.name());
        }
      }
      List<Relation> relations = new ArrayList<>();
      for (Constraint constraint : references) {
        Relation relation = relation(constraint);
        if (drawn.contains(relation.child()) && drawn.contains(relation.parent())) {
          relations.add(relation);
        }
      }
      return new Diagram(entities, relations, partOf);
    }

    /** The table that a partition, or a partition of one, is drawn as; itself when it is none. */
    private String drawnAs(String table) {
      String drawn = table;
      for (String parent = parents.get(drawn); parent != null; parent = parents.get(drawn)) {
        drawn = parent;
      }
      return drawn;
    }

    private Entity entity(Table table, int partitions) {
      String name = table.name();
      List<Entity.Field> fields =
          schema.columnsOf(name).stream().map(column -> field(name, column)).toList();
      return new Entity(name, fields, partitions);
    }

    private Entity.Field field(String table, Column column) {
      return new Entity.Field(
          column.name(),
          column.type(),
          column.notNull(),
          primary.getOrDefault(table, Set.of()).contains(column.name()),
          foreign.getOrDefault(table, Set.of()).contains(column.name()),
          unique.getOrDefault(table, Set.of()).contains(Set.of(column.name())));
    }

    private Relation relation(Constraint constraint) {
      ForeignKey key = ForeignKey.of(constraint.definition());
      Set<String> columns = new TreeSet<>(key.columns());
      String child = drawnAs(constraint.table());
      boolean whole = child.equals(constraint.table());
      // Of a key that only a partition has, the rows of the others know nothing.
      boolean optional =
          !whole
              || schema.columnsOf(child).stream()
                  .anyMatch(column -> columns.contains(column.name()) && !column.notNull());
      boolean single =
          whole && unique.getOrDefault(child, Set.of()).stream().anyMatch(columns::containsAll);
      return new Relation(
          constraint.name(),
          child,
          key.columns().getFirst(),
          drawnAs(key.table()),
          key.referenced().getFirst(),
          optional,
          single);
    }
  }
}
