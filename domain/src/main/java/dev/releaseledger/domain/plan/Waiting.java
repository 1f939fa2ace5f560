package dev.releaseledger.domain.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows which work waits for which. */
final class Waiting {

  private final Map<Node, List<Work>> on = new HashMap<>();

  Waiting(List<Work> works) {
    for (Work work : works) {
      work.after().forEach(node -> on.computeIfAbsent(node, key -> new ArrayList<>()).add(work));
    }
  }

  /** Whether nothing waits for this. */
  boolean none(Node node) {
    return !on.containsKey(node);
  }

  /** The work that alone waits for this, or null. */
  @Nullable Work only(Node node) {
    List<Work> waiting = on.getOrDefault(node, List.of());
    return waiting.size() == 1 ? waiting.getFirst() : null;
  }
}
