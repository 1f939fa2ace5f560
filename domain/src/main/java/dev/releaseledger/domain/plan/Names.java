package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds objects that need a name which another one still has. */
final class Names {

  /** An object that gives up a name, and the one that takes it. */
  record Clash(ObjectId old, ObjectId successor) {}

  private final Parts base;
  private final Parts target;
  private final Fates fates;

  Names(Parts base, Parts target, Fates fates) {
    this.base = base;
    this.target = target;
    this.fates = fates;
  }

  List<Clash> clashes() {
    Map<String, SortedSet<ObjectId>> givenUp = new TreeMap<>();
    for (ObjectId id : fates.dropped()) {
      for (String name : names(id, base)) {
        givenUp.computeIfAbsent(name, key -> new TreeSet<>()).add(id);
      }
    }
    List<Clash> clashes = new ArrayList<>();
    for (SortedSet<ObjectId> takers : List.of(fates.altered(), fates.created())) {
      for (ObjectId taker : takers) {
        for (String name : names(taker, target)) {
          givenUp.getOrDefault(name, new TreeSet<>()).stream()
              .filter(old -> !old.equals(taker))
              .forEach(old -> clashes.add(new Clash(old, taker)));
        }
      }
    }
    return clashes;
  }

  /** The names an object takes up among relations, types and the sequences inside columns. */
  private static List<String> names(ObjectId id, Parts parts) {
    SchemaObject object = parts.object(id);
    return switch (id.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE, ENUM, DOMAIN, COMPOSITE ->
          List.of(id.identity());
      case SHELL_TYPE, BASE_TYPE, RANGE, ROUTINE, AGGREGATE -> List.of(id.identity());
      case CONSTRAINT -> List.of(((Constraint) object).indexName());
      case COLUMN ->
          ((Column) object).identity() == null
              ? List.of()
              : List.of(((Column) object).identity().sequence());
      default -> List.of();
    };
  }
}
