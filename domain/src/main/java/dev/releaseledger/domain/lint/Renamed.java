package dev.releaseledger.domain.lint;

import dev.releaseledger.domain.diff.Change;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.Set;

/** A statement gives another name to what was there before its script. */
final class Renamed {

  /** What nobody names but those who change the schema. */
  private static final Set<ObjectKind> UNNAMED =
      Set.of(
          ObjectKind.COLUMN_DEFAULT,
          ObjectKind.CONSTRAINT,
          ObjectKind.INDEX,
          ObjectKind.TRIGGER,
          ObjectKind.OWNERSHIP);

  private Renamed() {}

  /** The first that is gone; what belongs to it only goes along. */
  static List<Finding> findings(Schema start, Schema before, Schema after) {
    return Diff.between(before, after).changes().stream()
        .filter(Renamed::isOne)
        .map(Change::id)
        .filter(id -> start.find(id) != null && !UNNAMED.contains(id.kind()))
        .limit(1)
        .map(Renamed::finding)
        .toList();
  }

  private static boolean isOne(Change change) {
    return switch (change) {
      case Change.Removed _ -> true;
      case Change.Altered it -> it.target() instanceof EnumType;
      case Change.Added _ -> false;
    };
  }

  private static Finding finding(ObjectId id) {
    return RuleCatalog.RENAME.finding(
        id.label(),
        id.label() + " gets another name, and whoever uses the old one fails from the commit on",
        "Keep the old name alive beside the new one, with a view or a second column, until nobody"
            + " uses it.");
  }
}
