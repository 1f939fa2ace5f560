package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.risk.rule.Rule;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Table;
import java.util.List;

/** Every rule that a project may hold its schema to. */
public final class StandardCatalog {

  private static final List<StandardRule> RULES =
      List.of(
          NameRule.ofTables(),
          NameRule.ofColumns(),
          NameRule.ofPrimaryKeys(),
          NameRule.ofUniques(),
          NameRule.ofForeignKeys(),
          NameRule.ofChecks(),
          NameRule.ofIndexes(),
          new Noticed(RuleCatalog.MISSING_PRIMARY_KEY, Table.class),
          new TimestampWithoutTimeZone(),
          new Noticed(RuleCatalog.JSON_COLUMN, Column.class),
          new Noticed(RuleCatalog.FOREIGN_KEY_WITHOUT_INDEX, Constraint.class),
          new CascadeNotStated());

  private StandardCatalog() {}

  static List<StandardRule> all() {
    return RULES;
  }

  /** All of them, as rules among others. */
  public static List<Rule> rules() {
    return List.copyOf(RULES);
  }
}
