package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is done about one part.
 *
 * @param after what has to be done before
 * @param late whether it waits until all that is not late is done
 * @param opening committed together with what others do
 * @param alone each by itself and for as long as it takes, while everybody goes on
 * @param closing committed together with what others do, when all before is done
 * @param provisional the steps that are taken back when the work cannot be finished
 */
record Work(
    Node node,
    SortedSet<Node> after,
    boolean late,
    List<DraftStep> opening,
    List<DraftStep> alone,
    List<DraftStep> closing,
    Set<DraftStep> provisional) {

  Work {
    after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
    opening = List.copyOf(opening);
    alone = List.copyOf(alone);
    closing = List.copyOf(closing);
  }

  /** Work that is done in one transaction. */
  static Work plain(Node node, SortedSet<Node> after, List<DraftStep> steps) {
    return new Work(node, after, false, steps, List.of(), List.of(), Set.of());
  }

  /** Work that takes itself back unless it is finished. */
  static Work careful(
      Work plain, List<DraftStep> opening, List<DraftStep> alone, List<DraftStep> closing) {
    return new Work(
        plain.node, plain.after, false, opening, alone, closing, identities(opening, alone));
  }

  /** Whether it needs more than one transaction. */
  boolean careful() {
    return !alone.isEmpty();
  }

  /** Whether a step is taken back when the work cannot be finished. */
  boolean takesBack(DraftStep step) {
    return provisional.contains(step);
  }

  /** The same work, of which only these steps are taken back, if any. */
  Work takingBack(DraftStep... steps) {
    return new Work(node, after, late, opening, alone, closing, identities(List.of(steps)));
  }

  /** The same work, done when all else is. */
  Work last() {
    return new Work(node, after, true, opening, alone, closing, provisional);
  }

  /** The same work, which first does that of another one, either at its opening or its closing. */
  Work joined(Work other) {
    return opening.isEmpty() ? closing(other) : opening(other);
  }

  private Work opening(Work other) {
    return new Work(
        node,
        neededWith(other),
        late,
        both(other.opening, opening),
        alone,
        closing,
        identities(List.copyOf(provisional), other.opening));
  }

  /** The same work, which does that of another one when it has come to its closing. */
  Work closing(Work other) {
    return new Work(
        node,
        neededWith(other),
        late,
        opening,
        alone,
        both(other.opening, closing),
        identities(List.copyOf(provisional)));
  }

  private SortedSet<Node> neededWith(Work other) {
    SortedSet<Node> needed = new TreeSet<>(after);
    needed.remove(other.node);
    needed.addAll(other.after);
    return needed;
  }

  private static List<DraftStep> both(List<DraftStep> first, List<DraftStep> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** The same work, which also waits for these. */
  Work waitingFor(List<Node> others) {
    SortedSet<Node> needed = new TreeSet<>(after);
    needed.addAll(others);
    return behind(needed);
  }

  /** The same work, where other work has become part of some. */
  Work behind(SortedSet<Node> needed) {
    return new Work(node, needed, late, opening, alone, closing, provisional);
  }

  @SafeVarargs
  private static Set<DraftStep> identities(List<DraftStep>... steps) {
    Set<DraftStep> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<DraftStep> some : steps) {
      identities.addAll(some);
    }
    return identities;
  }
}
