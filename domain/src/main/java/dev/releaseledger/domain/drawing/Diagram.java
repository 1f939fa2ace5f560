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

/** The tables of a schema and the foreign keys between them, ready to be drawn. */
public record Diagram(List<Entity> entities, List<Relation> relations) {

  public Diagram {
    entities = List.copyOf(entities);
    relations = List.copyOf(relations);
  }

  /** All tables; partitions are drawn as the table they are a part of. */
  public static Diagram of(Schema schema) {
    return new Reading(schema).diagram();
  }

  /** These tables, and those that refer to them or that they refer to. */
  public Diagram around(Collection<String> tables) {
    List<Relation> near =
        relations.stream()
            .filter(it -> tables.contains(it.child()) || tables.contains(it.parent()))
            .toList();
    Set<String> shown = new TreeSet<>(tables);
    near.forEach(relation -> {
      shown.add(relation.child());
      shown.add(relation.parent());
    });
    return new Diagram(entities.stream().filter(it -> shown.contains(it.table())).toList(), near);
  }

  /** Reads the picture out of a schema. */
  private static final class Reading {

    private final Schema schema;
    private final Map<String, Integer> partitions = new TreeMap<>();
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
        partitions.merge(table.partition().parent(), 1, Integer::sum);
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
          references.add(constraint);
        }
        case CHECK, EXCLUSION -> {}
      }
    }

    private void unique(String table, List<String> keys) {
      unique.computeIfAbsent(table, key -> new HashSet<>()).add(new TreeSet<>(keys));
    }

    Diagram diagram() {
      List<Entity> entities = new ArrayList<>();
      Set<String> drawn = new TreeSet<>();
      for (SchemaObject object : schema.objects().values()) {
        if (object instanceof Table table && table.partition() == null) {
          entities.add(entity(table));
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
      return new Diagram(entities, relations);
    }

    private Entity entity(Table table) {
      String name = table.name();
      List<Entity.Field> fields =
          schema.columnsOf(name).stream().map(column -> field(name, column)).toList();
      return new Entity(name, fields, partitions.getOrDefault(name, 0));
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
      boolean optional =
          schema.columnsOf(constraint.table()).stream()
              .anyMatch(column -> columns.contains(column.name()) && !column.notNull());
      boolean single =
          unique.getOrDefault(constraint.table(), Set.of()).stream().anyMatch(columns::containsAll);
      return new Relation(
          constraint.name(),
          constraint.table(),
          key.columns().getFirst(),
          key.table(),
          key.referenced().getFirst(),
          optional,
          single);
    }
  }
}
