package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.List;

/**
 * A rule about objects that go: every removal needs force, whether or not rows are lost, because
 * somebody may count on what is removed. What comes back in the same plan needs none.
 */
abstract class DropRule extends StepRule {

  private final String loss;

  /**
   * @param loss what else there is to say, such as {@code , with all its rows}, or nothing
   */
  DropRule(String slug, String loss) {
    super(slug, Risk.BREAKING, Force.NEEDED);
    this.loss = loss;
  }

  @Override
  public final List<Finding> judge(Operation operation, Context context) {
    if (!(operation instanceof Operation.Drop(SchemaObject gone, boolean rebuilt, _))
        || rebuilt
        || !slug(gone.id().kind()).equals(slug())) {
      return List.of();
    }
    return notice(
        gone.id(),
        "is removed" + loss,
        "Make sure that nothing uses it any more and that a backup has what is in it;"
            + " then apply with force.");
  }

  /** The rule for objects of a kind. */
  private static String slug(ObjectKind kind) {
    return switch (kind) {
      case SCHEMA -> "drop-schema";
      case EXTENSION -> "drop-extension";
      case ENUM, DOMAIN, COMPOSITE -> "drop-type";
      case SEQUENCE, OWNERSHIP -> "drop-sequence";
      case ROUTINE -> "drop-routine";
      case TABLE -> "drop-table";
      case COLUMN, COLUMN_DEFAULT -> "drop-column";
      case VIEW -> "drop-view";
      case MATERIALIZED_VIEW -> "drop-materialized-view";
      case CONSTRAINT -> "drop-constraint";
      case INDEX -> "drop-index";
      case TRIGGER -> "drop-trigger";
      case RULE -> "drop-rule";
      case POLICY -> "drop-policy";
      case REPLICA_IDENTITY, CLUSTERING, TYPING, INHERITANCE, ATTACHMENT, INDEX_ATTACHMENT -> "";
      case SHELL_TYPE, BASE_TYPE, RANGE -> "drop-type";
      case AGGREGATE -> "drop-routine";
      case COLLATION -> "drop-collation";
      case LANGUAGE, TRANSFORM -> "drop-language";
      case OPERATOR, OPERATOR_FAMILY, OPERATOR_CLASS, ACCESS_METHOD, CAST, CONVERSION ->
          "drop-operator";
      case TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_CONFIGURATION ->
          "drop-text-search";
      case FOREIGN_DATA_WRAPPER, SERVER, USER_MAPPING -> "drop-foreign-data";
      case STATISTICS -> "drop-statistics";
      case PUBLICATION, PUBLICATION_TABLE, PUBLICATION_SCHEMA -> "drop-publication";
      case EVENT_TRIGGER -> "drop-event-trigger";
      case PRIVILEGES, DEFAULT_PRIVILEGES -> "revoke-privilege";
    };
  }
}
