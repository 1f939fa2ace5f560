package dev.releaseledger.domain.risk.cost;

import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import org.jspecify.annotations.Nullable;

/** What making, changing or dropping an object of one definition costs. */
final class DefinedCosts {

  private DefinedCosts() {}

  static Cost of(Defined object, Context context) {
    return switch (object.id().kind()) {
      case STATISTICS, PUBLICATION_TABLE ->
          Cost.catalog(context.ifInUse(table(object), Lock.SHARE_UPDATE_EXCLUSIVE));
      default -> Cost.NONE;
    };
  }

  private static @Nullable ObjectId table(Defined object) {
    ObjectId parent = object.parent();
    if (parent == null || parent.kind() != ObjectKind.PUBLICATION) {
      return parent;
    }
    String member = object.id().identity();
    return new ObjectId(ObjectKind.TABLE, member.substring(parent.identity().length() + 1));
  }
}
