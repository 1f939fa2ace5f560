package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lets a column refuse NULL without reading the table under a lock: up to PostgreSQL 17 a check
 * that is valid proves it (manual, ALTER TABLE, {@code SET NOT NULL}); from 18 on the constraint
 * itself can be added {@code NOT VALID}.
 */
final class OnlineNotNull {

  private static final int NOT_VALID = 18;

  private final Parts base;
  private final Parts target;
  private final Fates fates;
  private final PlanSettings settings;

  OnlineNotNull(Parts base, Parts target, Fates fates, PlanSettings settings) {
    this.base = base;
    this.target = target;
    this.fates = fates;
    this.settings = settings;
  }

  /** The same work, where a column that is to refuse NULL is proven to have none. */
  Work prove(Work work, Predicate<ObjectId> hasRows) {
    List<DraftStep> steps = work.opening();
    for (int i = 0; i < steps.size(); i++) {
      List<DraftStep> before = steps.subList(0, i);
      List<DraftStep> after = steps.subList(i + 1, steps.size());
      switch (steps.get(i).operation()) {
        case Operation.SetNotNull(Column it, _) when hasRows.test(it.parent()) -> {
          return settings.serverVersion() >= NOT_VALID
              ? byItself(work, before, it, steps.get(i), after)
              : byCheck(work, before, it, steps.get(i), after);
        }
        case Operation.ProveNotNull(Column it) when hasRows.test(it.parent()) -> {
          return Work.careful(work, before, List.of(steps.get(i)), after).takingBack();
        }
        default -> {}
      }
    }
    return work;
  }

  private Work byCheck(
      Work work, List<DraftStep> before, Column column, DraftStep plain, List<DraftStep> after) {
    if (isProven(column)) {
      return work;
    }
    String what = column.id().label();
    Proof proof =
        Proof.of(
            column.table(),
            column.name(),
            "_is_not_null",
            column.name() + " IS NOT NULL",
            base,
            target);
    DraftStep refuse =
        proof.add(
            new Operation.RefuseNull(column), "refuse NULL in " + what + " for rows that come");
    DraftStep look = proof.validate(new Operation.ProveNotNull(column), "look for NULL in " + what);
    DraftStep end =
        proof.end(new Operation.DropProof(column), "drop the check that proved it of " + what);
    DraftStep set =
        new DraftStep(
            new Operation.SetNotNull(column, true), plain.summary(), plain.sql(), plain.undo());
    return careful(work, before, refuse, look, following(List.of(set, end), after));
  }

  private Work byItself(
      Work work, List<DraftStep> before, Column column, DraftStep plain, List<DraftStep> after) {
    if (!target.lineage().children(column.table()).isEmpty()) {
      return work;
    }
    String add = NotNulls.add(NotNulls.unvalidated(column));
    DraftStep refuse =
        new DraftStep(
            new Operation.RefuseNull(column),
            plain.summary() + " for rows that come",
            add,
            plain.undo());
    return careful(work, before, refuse, NotNulls.validate(column), after);
  }

  private static Work careful(
      Work work,
      List<DraftStep> before,
      DraftStep refuse,
      DraftStep look,
      List<DraftStep> closing) {
    return Work.careful(work, following(before, List.of(refuse)), List.of(look), closing)
        .takingBack(refuse);
  }

  private static List<DraftStep> following(List<DraftStep> some, List<DraftStep> more) {
    List<DraftStep> steps = new ArrayList<>(some);
    steps.addAll(more);
    return steps;
  }

  /** Whether a check that stays says already that there is no NULL. */
  private boolean isProven(Column column) {
    String proof = "CHECK ((" + column.name() + " IS NOT NULL))";
    return base.schema().objects().values().stream()
        .anyMatch(object ->
            object instanceof Constraint it
                && it.table().equals(column.table())
                && it.validated()
                && it.definition().equals(proof)
                && !fates.dropped().contains(it.id()));
  }
}
