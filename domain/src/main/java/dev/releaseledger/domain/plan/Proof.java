package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import java.util.List;

/**
 * A check that proves to the server what it would otherwise look for in every row under a lock: it
 * is added for rows that come, validated while everybody goes on, and dropped when it has served.
 *
 * @param table the table's name
 * @param name the name of the check
 * @param condition what is true of every row
 */
record Proof(String table, String name, String condition) {

  private static final int LONGEST_NAME = 63;

  /** A proof under a name that no constraint of the table has. */
  static Proof of(String table, String stem, String suffix, String condition, Parts... schemas) {
    String ending = suffix;
    for (int i = 1; ; i++) {
      String name = Identifiers.suffixed(stem, ending, LONGEST_NAME);
      if (List.of(schemas).stream().noneMatch(parts -> parts.hasConstraint(table, name))) {
        return new Proof(table, name, condition);
      }
      ending = suffix + "_" + i;
    }
  }

  DraftStep add(Operation operation, String summary) {
    return new DraftStep(operation, summary, adding() + " NOT VALID", new Undo.Reversible(drop()));
  }

  DraftStep validate(Operation operation, String summary) {
    return new DraftStep(
        operation,
        summary,
        "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + name,
        new Undo.Reversible(drop() + ";\n" + adding() + " NOT VALID"));
  }

  DraftStep end(Operation operation, String summary) {
    return new DraftStep(operation, summary, drop(), new Undo.Reversible(adding()));
  }

  private String adding() {
    return "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " CHECK (" + condition + ")";
  }

  private String drop() {
    return "ALTER TABLE " + table + " DROP CONSTRAINT " + name;
  }
}
