package dev.releaseledger.domain.rehearsal;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.risk.cost.Lock;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what a plan says of its steps against what they did on the copy. */
public final class Prediction {

  private static final String REMEDY =
      "Go by the measurement, and report the statement as a defect of the rules.";

  private Prediction() {}

  /** Where a step did other than was said; the base is what was there before the plan. */
  public static List<Finding> differences(
      Schema base, SchemaPlan plan, List<MeasuredStep> measured) {
    List<Finding> findings = new ArrayList<>();
    Iterator<MeasuredStep> did = measured.iterator();
    Set<String> touched = new HashSet<>();
    for (Stage stage : plan.stages()) {
      Lock held = null;
      for (Step step : stage.steps()) {
        MeasuredStep it = did.next();
        // What a transaction holds already is not seen to be taken again.
        held = Lock.stronger(stage.transactional() ? held : null, strongest(it));
        locks(step, it, findings);
        work(base, step, it, findings);
        // What an earlier step was about may be made anew by now, and nobody uses it.
        if (touched.add(step.object())) {
          less(step, held, findings);
        }
        less(step, it, findings);
      }
    }
    return findings;
  }

  private static @Nullable Lock strongest(MeasuredStep measured) {
    return measured.locks().stream()
        .map(lock -> Lock.named(lock.mode()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** A step that is feared for nothing is put off, or taken apart, for nothing. */
  private static void less(Step step, @Nullable Lock held, List<Finding> findings) {
    if (step.lock() != null && (held == null || held.compareTo(Lock.named(step.lock())) < 0)) {
      findings.add(
          finding(
              step,
              "step %d takes %s, where %s was expected"
                  .formatted(step.number(), held == null ? "no lock" : held.sql(), step.lock())));
    }
  }

  private static void less(Step step, MeasuredStep measured, List<Finding> findings) {
    if (step.rewrites() && measured.rewrites().isEmpty()) {
      findings.add(less(step, "writes", "anew"));
    } else if (step.scans() && measured.scans().isEmpty() && measured.rewrites().isEmpty()) {
      findings.add(less(step, "reads", "whole"));
    }
  }

  private static Finding less(Step step, String verb, String how) {
    return finding(
        step,
        "step %d %s nothing %s that was there, which was expected"
            .formatted(step.number(), verb, how));
  }

  private static void locks(Step step, MeasuredStep measured, List<Finding> findings) {
    Lock said = step.lock() == null ? Lock.ACCESS_SHARE : Lock.named(step.lock());
    for (TakenLock lock : measured.locks()) {
      if (Lock.named(lock.mode()).compareTo(said) > 0) {
        String expected = step.lock() == null ? "no lock" : step.lock();
        findings.add(
            finding(
                step,
                "step %d takes %s on %s, where %s was expected"
                    .formatted(step.number(), lock.mode(), lock.relation(), expected)));
      }
    }
  }

  private static void work(Schema base, Step step, MeasuredStep measured, List<Finding> findings) {
    // An index that is built anew costs the reading of its table, and is predicted as that.
    List<String> rewrites =
        measured.rewrites().stream().filter(relation -> holdsRows(base, relation)).toList();
    if (!step.rewrites() && !rewrites.isEmpty()) {
      findings.add(more(step, "writes", rewrites, "anew"));
    }
    if (!step.scans() && !step.rewrites() && !measured.scans().isEmpty()) {
      findings.add(more(step, "reads", measured.scans(), "whole"));
    }
  }

  private static boolean holdsRows(Schema base, String relation) {
    return Stream.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW)
        .anyMatch(kind -> base.find(new ObjectId(kind, relation)) != null);
  }

  private static Finding more(Step step, String verb, List<String> relations, String how) {
    return finding(
        step,
        "step %d %s %s %s, which was not expected"
            .formatted(step.number(), verb, String.join(", ", relations), how));
  }

  private static Finding finding(Step step, String message) {
    return RuleCatalog.PREDICTION_DIFFERS.finding(step.object(), message, REMEDY);
  }
}
