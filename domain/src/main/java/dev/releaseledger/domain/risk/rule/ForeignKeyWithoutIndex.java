package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Definitions;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Index;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** No index of the referencing table leads to the rows of a referenced key. */
final class ForeignKeyWithoutIndex extends StepRule {

  ForeignKeyWithoutIndex() {
    super("foreign-key-without-index", Risk.METADATA_ONLY, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return switch (operation) {
      case Operation.Create(Constraint it, boolean rebuilt, _)
          when !rebuilt && it.type() == ConstraintType.FOREIGN_KEY && !indexed(it, context) ->
          notice(it.id(), noIndex(it), REMEDY);
      case Operation.Drop(Index it, boolean rebuilt, _) when !rebuilt -> lost(it, context);
      default -> List.of();
    };
  }

  private static final String REMEDY =
      "Index the columns of the key, in any order but ahead of all others; build the index before"
          + " the key is added.";

  /** Foreign keys that the index served, and none of those that stay does. */
  private List<Finding> lost(Index index, Context context) {
    List<String> columns = Definitions.columns(index.definition());
    return context.after().constraints(index.relation().identity()).stream()
        .filter(it -> it.type() == ConstraintType.FOREIGN_KEY && context.inUse(it.id()))
        .filter(it -> leads(columns, Definitions.columns(it.definition())))
        .filter(it -> !indexed(it, context))
        .flatMap(it -> notice(it.id(), "loses its index: it " + noIndex(it), REMEDY).stream())
        .toList();
  }

  private static String noIndex(Constraint key) {
    return "has no index on (%s): each delete in %s, and each change of its key, reads all of %s"
        .formatted(
            String.join(", ", Definitions.columns(key.definition())),
            Definitions.referencedTable(key.definition()),
            key.table());
  }

  private static boolean indexed(Constraint key, Context context) {
    List<String> wanted = Definitions.columns(key.definition());
    Stream<String> definitions =
        Stream.concat(
            context.after().indexes(key.parent()).stream()
                .map(Index::definition)
                .filter(it -> !it.contains(" WHERE ")),
            context.after().constraints(key.table()).stream()
                .filter(it -> Context.isIndexed(it.type()))
                .map(Constraint::definition));
    return definitions.map(Definitions::columns).anyMatch(columns -> leads(columns, wanted));
  }

  private static boolean leads(List<String> columns, List<String> wanted) {
    return columns.size() >= wanted.size()
        && new HashSet<>(columns.subList(0, wanted.size())).containsAll(wanted);
  }
}
