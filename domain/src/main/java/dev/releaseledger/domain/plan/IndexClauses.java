package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.IndexStorage;

/** Puts what is said about the index of a constraint into the constraint's definition. */
final class IndexClauses {

  private static final String DEFERRABLE = " DEFERRABLE";

  private IndexClauses() {}

  /** Whether the definition has a place for it that is easily found. */
  static boolean fit(Constraint constraint) {
    return constraint.type() == ConstraintType.PRIMARY_KEY
        || constraint.type() == ConstraintType.UNIQUE;
  }

  static String into(Constraint constraint) {
    if (!fit(constraint)) {
      return constraint.definition();
    }
    IndexStorage storage = IndexStorage.orUsual(constraint.index());
    String clauses =
        (storage.options().isEmpty() ? "" : " WITH " + Options.list(storage.options()))
            + (storage.tablespace() == null
                ? ""
                : " USING INDEX TABLESPACE " + storage.tablespace());
    int end = constraint.definition().lastIndexOf(DEFERRABLE);
    return end < 0
        ? constraint.definition() + clauses
        : constraint.definition().substring(0, end)
            + clauses
            + constraint.definition().substring(end);
  }
}
