package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Definitions;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.List;

/** A foreign key does not say what becomes of its rows when those go that they point to. */
final class CascadeNotStated extends StandardRule {

  CascadeNotStated() {
    super("foreign-key-cascade-not-stated");
  }

  @Override
  List<Finding> judge(SchemaObject object, Standard standard, Context context) {
    return object instanceof Constraint key
            && key.type() == ConstraintType.FOREIGN_KEY
            && !isStated(key.definition())
        ? notice(
            key,
            "does not say what becomes of rows of %s whose row of %s is deleted"
                .formatted(key.table(), Definitions.referencedTable(key.definition())),
            "Declare ON DELETE RESTRICT, CASCADE, SET NULL or SET DEFAULT.")
        : List.of();
  }

  /** RESTRICT cannot wait for the end of a transaction, so who wants that has no other word. */
  private static boolean isStated(String definition) {
    return definition.contains(" ON DELETE ")
        || definition.contains(" DEFERRABLE") && !definition.contains(" NOT DEFERRABLE");
  }
}
