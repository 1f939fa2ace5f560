package dev.releaseledger.domain.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Divides tables among columns: what is referred to stands to the left of what refers to it, as far
 * as there is no circle, and no column is much higher than the picture is wide.
 */
final class Layers {

  private static final double WIDER_THAN_HIGH = 1.6;
  private static final int SWEEPS = 6;

  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final Map<String, Set<String>> parents = new HashMap<>();
  private final Map<String, Set<String>> neighbours = new HashMap<>();
  private final Map<String, Integer> layerOf = new LinkedHashMap<>();
  private final List<List<String>> layers = new ArrayList<>();
  private final List<Integer> heights = new ArrayList<>();

  private Layers(Diagram diagram) {
    diagram.entities().forEach(entity -> entities.put(entity.table(), entity));
    for (Relation relation : diagram.relations()) {
      if (!relation.child().equals(relation.parent())) {
        parents.computeIfAbsent(relation.child(), it -> new HashSet<>()).add(relation.parent());
        neighbours.computeIfAbsent(relation.child(), it -> new HashSet<>()).add(relation.parent());
        neighbours.computeIfAbsent(relation.parent(), it -> new HashSet<>()).add(relation.child());
      }
    }
  }

  /** The tables of each column, from the left, and of each from the top. */
  static List<List<Entity>> of(Diagram diagram) {
    Layers layers = new Layers(diagram);
    layers.divide();
    for (int i = 0; i < SWEEPS; i++) {
      layers.arrange(i % 2 == 0);
    }
    return layers.layers.stream()
        .map(layer -> layer.stream().map(layers::entity).toList())
        .toList();
  }

  private Entity entity(String table) {
    return Objects.requireNonNull(entities.get(table));
  }

  private void divide() {
    int limit = limit();
    for (String table : parentsFirst()) {
      int layer =
          parents.getOrDefault(table, Set.of()).stream()
              .mapToInt(parent -> layerOf.getOrDefault(parent, -1) + 1)
              .max()
              .orElse(0);
      int height = Box.height(entity(table)) + Layout.GAP;
      while (layer < heights.size()
          && heights.get(layer) > 0
          && heights.get(layer) + height > limit) {
        layer++;
      }
      while (layer >= layers.size()) {
        layers.add(new ArrayList<>());
        heights.add(0);
      }
      layers.get(layer).add(table);
      heights.set(layer, heights.get(layer) + height);
      layerOf.put(table, layer);
    }
    layers.removeIf(List::isEmpty);
    for (int i = 0; i < layers.size(); i++) {
      for (String table : layers.get(i)) {
        layerOf.put(table, i);
      }
    }
  }

  /** How high a column may be, so that the whole is about as wide as a screen. */
  private int limit() {
    long area = 0;
    int highest = 0;
    for (Entity entity : entities.values()) {
      int height = Box.height(entity) + Layout.GAP;
      area += (long) height * (Box.width(entity) + Layout.CHANNEL);
      highest = Math.max(highest, height);
    }
    return Math.max(highest, (int) Math.sqrt(area / WIDER_THAN_HIGH));
  }

  /** Who is referred to before who refers; in a circle somebody has to be first. */
  private List<String> parentsFirst() {
    List<String> order = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    entities.keySet().stream()
        // Those with neighbours first, so that the others fill the room that is left.
        .sorted(Comparator.comparing(table -> !neighbours.containsKey(table)))
        .forEach(table -> visit(table, seen, order));
    return order;
  }

  /** Depth first, and not by calling itself: a chain of tables may be longer than the stack. */
  private void visit(String table, Set<String> seen, List<String> order) {
    if (!seen.add(table)) {
      return;
    }
    Deque<String> path = new ArrayDeque<>(List.of(table));
    Deque<Iterator<String>> ahead = new ArrayDeque<>(List.of(parentsOf(table)));
    while (!path.isEmpty()) {
      Iterator<String> parents = ahead.getLast();
      if (!parents.hasNext()) {
        order.add(path.removeLast());
        Iterator<String> unused = ahead.removeLast();
        continue;
      }
      String parent = parents.next();
      if (seen.add(parent)) {
        path.addLast(parent);
        ahead.addLast(parentsOf(parent));
      }
    }
  }

  private Iterator<String> parentsOf(String table) {
    return parents.getOrDefault(table, Set.of()).stream().sorted().toList().iterator();
  }

  /** Moves each table of a column to about where its neighbours in other columns are. */
  private void arrange(boolean fromLeft) {
    Map<String, Double> places = new HashMap<>();
    for (List<String> layer : layers) {
      for (int i = 0; i < layer.size(); i++) {
        places.put(layer.get(i), (i + 0.5) / layer.size());
      }
    }
    for (int i = 0; i < layers.size(); i++) {
      int at = fromLeft ? i : layers.size() - 1 - i;
      List<String> layer = layers.get(at);
      Map<String, Double> wanted = new HashMap<>();
      for (String table : layer) {
        double here = places.getOrDefault(table, 0.0);
        wanted.put(
            table,
            neighbours.getOrDefault(table, Set.of()).stream()
                .filter(other -> layerOf.getOrDefault(other, at) != at)
                .mapToDouble(other -> places.getOrDefault(other, here))
                .average()
                .orElse(here));
      }
      layer.sort(Comparator.comparing(table -> wanted.getOrDefault(table, 0.0)));
      for (int place = 0; place < layer.size(); place++) {
        places.put(layer.get(place), (place + 0.5) / layer.size());
      }
    }
  }
}
