package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Node.Action;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Puts what is to be done in an order that dependencies allow; the same input gives the same order.
 */
final class Sequencing {

  private final Parts base;
  private final Parts target;
  private final Fates fates;
  private final Folding folding;
  private final Consumer<Obstacle> obstacles;

  /** The parts that each statement takes care of. */
  private final SortedMap<Node, SortedSet<ObjectId>> members = new TreeMap<>();

  private final Map<Node, SortedSet<Node>> before = new TreeMap<>();

  Sequencing(Parts base, Parts target, Fates fates, Consumer<Obstacle> obstacles) {
    this.base = base;
    this.target = target;
    this.fates = fates;
    this.folding = new Folding(base, fates);
    this.obstacles = obstacles;
  }

  /**
   * One thing to do.
   *
   * @param parts what it takes care of
   * @param after what has to be done before
   */
  record Entry(Node node, SortedSet<ObjectId> parts, SortedSet<Node> after) {}

  /** What to do, in order. */
  List<Entry> order() {
    while (true) {
      collect();
      connect();
      List<Node> order = new ArrayList<>();
      Set<Node> rest = sort(order);
      if (rest.isEmpty()) {
        return order.stream()
            .map(node -> new Entry(node, membersOf(node), neededBy(node)))
            .toList();
      }
      List<Node> cycle = cycleIn(rest);
      if (!letOut(cycle)) {
        obstacles.accept(new Obstacle.Cycle(cycle.stream().map(Node::part).distinct().toList()));
        return List.of();
      }
    }
  }

  private SortedSet<Node> neededBy(Node node) {
    return before.getOrDefault(node, new TreeSet<>());
  }

  private SortedSet<ObjectId> membersOf(Node node) {
    return members.getOrDefault(node, new TreeSet<>());
  }

  private void collect() {
    members.clear();
    fates.dropped().forEach(id -> add(drop(id), id));
    fates.altered().forEach(id -> add(new Node(Action.ALTER, id), id));
    fates.created().forEach(id -> add(create(id), id));
  }

  private void add(Node node, ObjectId id) {
    members.computeIfAbsent(node, key -> new TreeSet<>()).add(id);
  }

  private Node drop(ObjectId id) {
    return new Node(Action.DROP, folding.dropper(id));
  }

  private Node create(ObjectId id) {
    return new Node(Action.CREATE, folding.creator(id, target));
  }

  private void connect() {
    before.clear();
    for (ObjectId id : base.all().keySet()) {
      base.needs(id).forEach(need -> connectDown(id, need));
    }
    for (ObjectId id : target.all().keySet()) {
      target.needs(id).forEach(need -> connectUp(id, need));
    }
    new UntoldUses(base).all().forEach(use -> connectDown(use.from(), use.on()));
    new UntoldUses(target).all().forEach(use -> connectUp(use.from(), use.on()));
    fates.dropped().stream().filter(fates::rebuilt).forEach(id -> first(drop(id), create(id)));
    new Generations(base, target, fates, this::drop, this::create, this::first).order();
    fates.created().forEach(this::onlyOnePrimaryKey);
    new Names(base, target, fates)
        .clashes()
        .forEach(clash -> makeRoom(clash.old(), clash.successor()));
  }

  /** Dependents go before what they need goes or changes, and let go of it before it goes. */
  private void connectDown(ObjectId dependent, ObjectId need) {
    boolean needGoes = fates.dropped().contains(need);
    if (fates.dropped().contains(dependent)) {
      if (needGoes) {
        first(drop(dependent), drop(need));
      } else {
        changers(need).forEach(change -> first(drop(dependent), change));
      }
    } else if (needGoes && fates.altered().contains(dependent)) {
      first(new Node(Action.ALTER, dependent), drop(need));
    } else if (fates.replaced().contains(need)
        && fates.altered().contains(dependent)
        && !target.needs(dependent).contains(need)) {
      first(new Node(Action.ALTER, dependent), new Node(Action.ALTER, need));
    }
  }

  /** What is needed is there, and as it should be, before its dependents come or change. */
  private void connectUp(ObjectId dependent, ObjectId need) {
    boolean comes = fates.created().contains(dependent);
    if (!comes && !fates.altered().contains(dependent)) {
      return;
    }
    Node later = comes ? create(dependent) : new Node(Action.ALTER, dependent);
    if (fates.created().contains(need)) {
      first(create(need), later);
    } else {
      changers(need).forEach(change -> first(change, later));
    }
  }

  /**
   * What changes a part: its own statement, that of the column above that takes it along, and that
   * of the type it moves over to.
   */
  private List<Node> changers(ObjectId part) {
    List<Node> changers = new ArrayList<>();
    if (changes(part)) {
      changers.add(new Node(Action.ALTER, part));
    }
    if (part.kind() == ObjectKind.COLUMN && base.all().containsKey(part)) {
      base.needs(part).stream()
          .filter(fates.replaced()::contains)
          .forEach(type -> changers.add(new Node(Action.ALTER, type)));
      base.lineage().counterpart(base.object(part)).map(this::changers).ifPresent(changers::addAll);
    }
    return changers;
  }

  /** Whether a part changes in a way that others can tell: nothing depends on a comment. */
  private boolean changes(ObjectId id) {
    return fates.altered().contains(id)
        && !base.object(id).commented(null).equals(target.object(id).commented(null));
  }

  private void onlyOnePrimaryKey(ObjectId id) {
    if (isPrimaryKey(id, target)) {
      ObjectId table = target.object(id).parent();
      fates.dropped().stream()
          .filter(
              old -> isPrimaryKey(old, base) && Objects.equals(base.object(old).parent(), table))
          .forEach(old -> makeRoom(old, id));
    }
  }

  private static boolean isPrimaryKey(ObjectId id, Parts parts) {
    return id.kind() == ObjectKind.CONSTRAINT
        && parts.object(id) instanceof Constraint it
        && it.type() == ConstraintType.PRIMARY_KEY;
  }

  private void makeRoom(ObjectId old, ObjectId successor) {
    Node later =
        fates.created().contains(successor) ? create(successor) : new Node(Action.ALTER, successor);
    first(drop(old), later);
  }

  private void first(Node earlier, Node later) {
    if (!earlier.equals(later)) {
      before.computeIfAbsent(later, key -> new TreeSet<>()).add(earlier);
    }
  }

  private Set<Node> sort(List<Node> order) {
    Map<Node, Integer> waiting = new TreeMap<>();
    Map<Node, List<Node>> followers = new TreeMap<>();
    TreeSet<Node> ready = new TreeSet<>(new DeclaredOrder(target, fates.created()));
    for (Node node : members.keySet()) {
      SortedSet<Node> needed = neededBy(node);
      waiting.put(node, needed.size());
      needed.forEach(it -> followers.computeIfAbsent(it, key -> new ArrayList<>()).add(node));
      if (needed.isEmpty()) {
        ready.add(node);
      }
    }
    while (!ready.isEmpty()) {
      Node node = ready.removeFirst();
      order.add(node);
      waiting.remove(node);
      for (Node follower : followers.getOrDefault(node, List.of())) {
        if (waiting.merge(follower, -1, Integer::sum) == 0) {
          ready.add(follower);
        }
      }
    }
    return waiting.keySet();
  }

  private List<Node> cycleIn(Set<Node> rest) {
    LinkedHashSet<Node> path = new LinkedHashSet<>();
    Node at = rest.iterator().next();
    while (path.add(at)) {
      at = neededBy(at).stream().filter(rest::contains).findFirst().orElseThrow();
    }
    List<Node> walked = new ArrayList<>(path);
    return walked.subList(walked.indexOf(at), walked.size());
  }

  /** Lets the folded parts of a cycle out, those that matter least first. */
  private boolean letOut(List<Node> cycle) {
    for (int readiness = 1; readiness <= 3; readiness++) {
      Set<ObjectId> folded = new TreeSet<>();
      for (Node node : cycle) {
        for (ObjectId id : membersOf(node)) {
          if (!id.equals(node.part()) && Folding.readiness(id.kind()) == readiness) {
            folded.add(id);
          }
        }
      }
      if (!folded.isEmpty() && folding.letOut(folded)) {
        return true;
      }
    }
    return false;
  }
}
