package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Policy;
import java.util.List;

/** Writes the statements for row security policies. */
final class Policies {

  private Policies() {}

  static String create(Policy it) {
    return "CREATE POLICY %s ON %s%s FOR %s%s"
        .formatted(
            it.name(),
            it.table(),
            it.permissive() ? "" : " AS RESTRICTIVE",
            it.command(),
            clauses(it));
  }

  static List<DraftStep> alter(Policy base, Policy target) {
    return base.commented(target.comment()).equals(target)
        ? List.of()
        : List.of(Settings.step(target, Setting.POLICY, sql(target), undo(base, target)));
  }

  /** An expression cannot be taken out again, so the way back may need a new policy. */
  private static String undo(Policy base, Policy target) {
    return Replacing.policyInPlace(target, base)
        ? sql(base)
        : Ddl.drop(target) + ";\n" + Making.sql(Making.create(base, true));
  }

  private static String sql(Policy it) {
    return "ALTER POLICY " + it.name() + " ON " + it.table() + clauses(it);
  }

  private static String clauses(Policy it) {
    return " TO "
        + String.join(", ", it.roles())
        + (it.using() == null ? "" : " USING (" + it.using() + ")")
        + (it.check() == null ? "" : " WITH CHECK (" + it.check() + ")");
  }
}
