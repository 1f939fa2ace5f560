package dev.releaseledger.domain.risk.cost;

import dev.releaseledger.domain.plan.Operation.ChangeType;
import dev.releaseledger.domain.plan.TypeChange;
import dev.releaseledger.domain.schema.Column;
import java.util.Objects;

/** What changing the type or the collation of a column costs. */
final class TypeCosts {

  private static final String TIMESTAMP = "timestamp without time zone";
  private static final String TIMESTAMPTZ = "timestamp with time zone";

  private TypeCosts() {}

  static Cost of(ChangeType it, Context context) {
    if (rewrites(it, context)) {
      return Cost.rewrite(Lock.ACCESS_EXCLUSIVE);
    }
    return checkedAgain(it.base(), it.target(), context)
        ? Cost.scan(Lock.ACCESS_EXCLUSIVE)
        : Cost.catalog(Lock.ACCESS_EXCLUSIVE);
  }

  /** A declared expression is taken to compute something, unless it is the column itself. */
  private static boolean rewrites(ChangeType it, Context context) {
    if (changesZoneOnly(it.base(), it.target())) {
      return context.version() < 12 || it.change() instanceof TypeChange.Declared;
    }
    return switch (it.change()) {
      case TypeChange.Widening(boolean rewrites) -> rewrites;
      case TypeChange.Narrowing _ -> true;
      case TypeChange.Declared(String expression) -> !expression.equals(it.base().name());
      case TypeChange.Undeclared _ -> true;
    };
  }

  /** The session runs in UTC, where both types have the same form. */
  private static boolean changesZoneOnly(Column base, Column target) {
    return (base.type().equals(TIMESTAMP) && target.type().equals(TIMESTAMPTZ))
        || (base.type().equals(TIMESTAMPTZ) && target.type().equals(TIMESTAMP));
  }

  /** Checks are verified again; indexes are built again when their order changes. */
  private static boolean checkedAgain(Column base, Column target, Context context) {
    boolean collates = !Objects.equals(base.collation(), target.collation());
    boolean reordered = collates || changesZoneOnly(base, target);
    return context.checked(base) || (reordered && context.indexed(base));
  }
}
