package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStage;
import dev.releaseledger.domain.plan.Draft.DraftStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts work into stages: what takes long and lets everybody go on comes first, each step by itself,
 * so that it fails before anything else is done; all else is committed in as few transactions as
 * that allows.
 *
 * <p>Work that needs several stages is taken back when one of them fails, so that the database has
 * all of it or nothing.
 */
final class Staging {

  /** A step that is taken back unless its work is finished. */
  private record Kept(Work work, int number) {}

  private final List<Work> rest;
  private final Set<Node> done = new HashSet<>();
  private final List<DraftStage> stages = new ArrayList<>();
  private final List<DraftStep> together = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private int count;

  private Staging(List<Work> order) {
    this.rest = new ArrayList<>(order);
  }

  /** The stages of work that is in an order its dependencies allow. */
  static List<DraftStage> stages(List<Work> order) {
    Staging staging = new Staging(order);
    while (!staging.rest.isEmpty()) {
      staging.round();
    }
    staging.commit();
    return staging.stages;
  }

  private void round() {
    List<Work> careful = ready(work -> work.careful() && !work.late());
    if (!careful.isEmpty()) {
      carefully(careful);
    } else if (!plainly()) {
      carefully(ready(work -> true));
    }
  }

  private List<Work> ready(Predicate<Work> which) {
    return rest.stream().filter(which).filter(this::isReady).toList();
  }

  private boolean isReady(Work work) {
    return done.containsAll(work.after());
  }

  private void finish(Work work) {
    rest.remove(work);
    done.add(work.node());
  }

  private boolean plainly() {
    boolean any = false;
    for (Work work : List.copyOf(rest)) {
      if (!work.careful() && isReady(work)) {
        together.addAll(work.opening());
        finish(work);
        any = true;
      }
    }
    return any;
  }

  private void carefully(List<Work> works) {
    if (works.isEmpty()) {
      throw new IllegalStateException("nothing of this can be done first: " + rest);
    }
    List<Kept> opened = new ArrayList<>();
    for (Work work : works) {
      for (DraftStep step : work.opening()) {
        together.add(step);
        if (work.takesBack(step)) {
          opened.add(new Kept(work, count + together.size()));
        }
      }
    }
    commit();
    kept.addAll(opened);
    for (Work work : works) {
      work.alone().forEach(step -> alone(work, step));
      if (work.closing().isEmpty()) {
        kept.removeIf(it -> it.work() == work);
      }
      together.addAll(work.closing());
    }
    works.forEach(this::finish);
  }

  private void alone(Work work, DraftStep step) {
    boolean transactional = step.operation().inTransaction();
    count++;
    if (!transactional && work.takesBack(step)) {
      kept.add(new Kept(work, count));
    }
    stages.add(new DraftStage(transactional, List.of(step), takenBack()));
  }

  /** Ends the transaction that collects what is done together. */
  private void commit() {
    if (!together.isEmpty()) {
      stages.add(new DraftStage(true, together, takenBack()));
      count += together.size();
      together.clear();
    }
    kept.clear();
  }

  private List<Integer> takenBack() {
    return kept.reversed().stream().map(Kept::number).toList();
  }
}
