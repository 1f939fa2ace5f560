package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps what a role may do with single columns: who loses a privilege on a relation loses it on all
 * of its columns, too.
 */
final class ColumnGrants {

  private final Schema base;
  private final Schema target;

  ColumnGrants(Schema base, Schema target) {
    this.base = base;
    this.target = target;
  }

  DraftStep keep(DraftStep step) {
    return switch (step.operation()) {
      case Operation.Revoke(Grant grant, boolean rebuilt) when !rebuilt ->
          new DraftStep(
              step.operation(), step.summary(), step.sql() + again(grant, step.sql()), step.undo());
      case Operation.Allow(Grant grant)
          when step.undo() instanceof Undo.Reversible(String revoke) ->
          new DraftStep(
              step.operation(),
              step.summary(),
              step.sql(),
              new Undo.Reversible(revoke + again(grant, revoke)));
      default -> step;
    };
  }

  /**
   * What there is of single columns while that of the relation goes, changes or comes; those of
   * single columns always go, change or come before it.
   */
  private List<Grant> standing(Grant whole) {
    if (target.find(whole.id()) == null) {
      return on(base, whole).filter(it -> target.find(it.id()) != null).toList();
    }
    boolean comes = base.find(whole.id()) == null;
    return on(target, whole).filter(it -> comes || base.find(it.id()) != null).toList();
  }

  private static Stream<Grant> on(Schema schema, Grant whole) {
    String first = whole.on().label() + " (";
    return whole.column() != null
        ? Stream.empty()
        : schema.objects().tailMap(new ObjectId(whole.id().kind(), first)).values().stream()
            .takeWhile(it -> it.id().identity().startsWith(first))
            .map(Grant.class::cast)
            .filter(it -> it.grantee().equals(whole.grantee()));
  }

  private String again(Grant whole, String revoke) {
    return standing(whole).stream()
        .filter(it -> it.privileges().stream().anyMatch(right -> names(revoke, right)))
        .flatMap(it -> Granting.create(it, false).stream())
        .map(step -> ";\n" + step.sql())
        .collect(Collectors.joining());
  }

  private static boolean names(String revoke, String right) {
    return revoke.contains(right + ",") || revoke.contains(right + " ON ");
  }
}
