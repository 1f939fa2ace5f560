package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.ObjectId;
import java.util.Comparator;

/** One thing to do with one part. */
record Node(Action action, ObjectId part) implements Comparable<Node> {

  /** In the order of preference when nothing else decides: make room first. */
  enum Action {
    DROP,
    ALTER,
    CREATE
  }

  private static final Comparator<Node> ORDER =
      Comparator.comparing(Node::action).thenComparing(Node::part);

  @Override
  public int compareTo(Node other) {
    return ORDER.compare(this, other);
  }
}
