package dev.releaseledger.domain.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Places boxes in columns and runs the lines between them.
 *
 * <p>Nothing overlaps: boxes stand in columns, upright lines in the channels between them, each on
 * a track of its own; a line that passes a column has a lane between its boxes. Neighbouring
 * columns are a third of a line apart in height, so that no level lines of theirs meet.
 */
final class Layout {

  /** The room below a box. */
  static final int GAP = 2 * Box.LINE;

  /** About how wide a channel is. */
  static final int CHANNEL = 80;

  private static final int EDGE = 24;
  private static final int LANE = Box.LINE / 2;
  private static final int TRACK = 8;
  private static final int SIDE = 20;
  private static final int SHIFT = Box.LINE / 3;

  private final List<List<Entity>> layers;
  private final Map<String, Integer> layerOf = new HashMap<>();
  private final List<Net> nets;
  private final int[] channelWidth;
  private final int[] left;
  private final int[] right;
  private final Map<String, Box> boxes = new TreeMap<>();

  /** The height of each net's lane in each column that it passes. */
  private final List<Map<Integer, Integer>> lanes = new ArrayList<>();

  private final Wiring wiring = new Wiring();
  private int bottom;

  private Layout(Diagram diagram) {
    this.layers = Layers.of(diagram);
    for (int layer = 0; layer < layers.size(); layer++) {
      for (Entity entity : layers.get(layer)) {
        layerOf.put(entity.table(), layer);
      }
    }
    this.nets = nets(diagram);
    this.channelWidth = new int[layers.size()];
    this.left = new int[layers.size()];
    this.right = new int[layers.size()];
    nets.forEach(net -> lanes.add(new HashMap<>()));
    placeColumns();
    for (int layer = 0; layer < layers.size(); layer++) {
      placeBoxes(layer);
    }
    for (int channel = 0; channel < layers.size(); channel++) {
      wire(channel);
    }
  }

  static Layout of(Diagram diagram) {
    return new Layout(diagram);
  }

  List<Box> boxes() {
    return List.copyOf(boxes.values());
  }

  Wiring wiring() {
    return wiring;
  }

  int width() {
    int last = layers.size() - 1;
    return last < 0 ? 2 * EDGE : right[last] + channelWidth[last] + EDGE;
  }

  int height() {
    return bottom + EDGE;
  }

  private List<Net> nets(Diagram diagram) {
    Map<List<Object>, List<Relation>> uses = new TreeMap<>(Comparator.comparing(Object::toString));
    for (Relation relation : diagram.relations()) {
      boolean rightwards = layer(relation.child()) >= layer(relation.parent());
      uses.computeIfAbsent(
              List.of(relation.parent(), relation.referenced(), rightwards),
              key -> new ArrayList<>())
          .add(relation);
    }
    return uses.values().stream()
        .map(relations -> {
          Relation one = relations.getFirst();
          int parent = layer(one.parent());
          return new Net(
              one.parent(), one.referenced(), parent, layer(one.child()) >= parent, relations);
        })
        .toList();
  }

  private int layer(String table) {
    return layerOf.getOrDefault(table, 0);
  }

  /** The channels are to the right of their columns. */
  private boolean runsIn(Net net, int channel) {
    int farthest = farthest(net);
    return net.rightwards()
        ? channel >= net.parentLayer() && channel < Math.max(farthest, net.parentLayer() + 1)
        : channel < net.parentLayer() && channel >= farthest;
  }

  private int farthest(Net net) {
    return net.rightwards()
        ? net.uses().stream().mapToInt(it -> layer(it.child())).max().orElse(0)
        : net.uses().stream().mapToInt(it -> layer(it.child())).min().orElse(0);
  }

  private boolean passes(Net net, int layer) {
    int farthest = farthest(net);
    return net.rightwards()
        ? layer > net.parentLayer() && layer < farthest
        : layer < net.parentLayer() && layer > farthest;
  }

  private void placeColumns() {
    int x = EDGE;
    for (int layer = 0; layer < layers.size(); layer++) {
      int channel = layer;
      long tracks = nets.stream().filter(net -> runsIn(net, channel)).count();
      boolean last = layer == layers.size() - 1;
      channelWidth[layer] = tracks == 0 && last ? 0 : 2 * SIDE + TRACK * (int) tracks;
      left[layer] = x;
      right[layer] = x + layers.get(layer).stream().mapToInt(Box::width).max().orElse(0);
      x = right[layer] + channelWidth[layer];
    }
  }

  /** Stacks the boxes of a column, with the lanes of what passes it between them. */
  private void placeBoxes(int layer) {
    List<Integer> passing = new ArrayList<>();
    for (int net = 0; net < nets.size(); net++) {
      if (passes(nets.get(net), layer)) {
        passing.add(net);
      }
    }
    passing.sort(Comparator.comparing((Integer net) -> comesFrom(net, layer)));
    int y = EDGE + layer % 3 * SHIFT;
    int next = 0;
    for (Entity entity : layers.get(layer)) {
      int middle = y + Box.height(entity) / 2;
      int first = next;
      while (next < passing.size() && comesFrom(passing.get(next), layer) < middle) {
        next++;
      }
      y = placeLanes(passing.subList(first, next), layer, y);
      boxes.put(entity.table(), new Box(entity, layer, left[layer], y, Box.width(entity)));
      y += Box.height(entity) + GAP;
    }
    y = placeLanes(passing.subList(next, passing.size()), layer, y);
    bottom = Math.max(bottom, y - GAP);
  }

  private int placeLanes(List<Integer> passing, int layer, int from) {
    int y = from;
    for (int net : passing) {
      lanes.get(net).put(layer, y);
      y += LANE;
    }
    // A free line below them; and what follows stands on the grid of its column again.
    int used = y - from;
    return used == 0 ? from : from + (used + Box.LINE - 1) / Box.LINE * Box.LINE + Box.LINE;
  }

  /** How high a net is where it comes into a column from its left; those that go left are last. */
  private int comesFrom(int number, int layer) {
    Net net = nets.get(number);
    if (!net.rightwards()) {
      return Integer.MAX_VALUE - 1;
    }
    return layer - 1 == net.parentLayer()
        ? box(net.parent()).port(net.referenced())
        : lanes.get(number).getOrDefault(layer - 1, 0);
  }

  private Box box(String table) {
    Box box = boxes.get(table);
    if (box == null) {
      throw new IllegalArgumentException("not placed: " + table);
    }
    return box;
  }

  private void wire(int channel) {
    List<Integer> running = new ArrayList<>();
    for (int net = 0; net < nets.size(); net++) {
      if (runsIn(nets.get(net), channel)) {
        running.add(net);
      }
    }
    running.sort(Comparator.comparing((Integer net) -> entry(net, channel)));
    int track = right[channel] + SIDE;
    for (int net : running) {
      wire(net, channel, track);
      track += TRACK;
    }
  }

  /** How high a net is where it comes into a channel. */
  private int entry(int number, int channel) {
    Net net = nets.get(number);
    int from = net.rightwards() ? channel : channel + 1;
    return from == net.parentLayer()
        ? box(net.parent()).port(net.referenced())
        : lanes.get(number).getOrDefault(from, 0);
  }

  private void wire(int number, int channel, int track) {
    Net net = nets.get(number);
    int from = net.rightwards() ? channel : channel + 1;
    int to = net.rightwards() ? channel + 1 : channel;
    int entry = entry(number, channel);
    int highest = entry;
    int lowest = entry;
    String title = net.parent() + "." + net.referenced();
    if (from == net.parentLayer()) {
      Box parent = box(net.parent());
      int side = net.rightwards() ? parent.right() : parent.x();
      wiring.line(number, side, entry, track, entry, false, title);
      wiring.end(number, side, entry, net.rightwards() ? 1 : -1, Wiring.Mark.ONE);
    } else {
      wiring.line(number, edge(from, net.rightwards()), entry, track, entry, false, title);
    }
    Integer lane = lanes.get(number).get(to);
    if (lane != null) {
      wiring.line(number, track, lane, edge(to, !net.rightwards()), lane, false, title);
      wiring.line(number, left[to], lane, right[to], lane, false, title);
      highest = Math.min(highest, lane);
      lowest = Math.max(lowest, lane);
    }
    for (Relation use : net.uses()) {
      int layer = layer(use.child());
      boolean itself = layer == net.parentLayer();
      if (layer == to || (itself && from == layer)) {
        Box child = box(use.child());
        // A table that refers to itself, or to one above it in its column, does so on this side.
        boolean rightSide = itself || !net.rightwards();
        int side = rightSide ? child.right() : child.x();
        int y = child.port(use.column());
        wiring.line(number, track, y, side, y, use.optional(), use.name());
        wiring.end(
            number, side, y, rightSide ? 1 : -1, use.single() ? Wiring.Mark.ONE : Wiring.Mark.MANY);
        highest = Math.min(highest, y);
        lowest = Math.max(lowest, y);
      }
    }
    wiring.line(number, track, highest, track, lowest, false, title);
  }

  private int edge(int layer, boolean rightSide) {
    return rightSide ? right[layer] : left[layer];
  }
}
