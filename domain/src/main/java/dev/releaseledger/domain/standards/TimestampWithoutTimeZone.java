package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.List;

/** A column holds timestamps that do not say of which time zone they are. */
final class TimestampWithoutTimeZone extends StandardRule {

  TimestampWithoutTimeZone() {
    super("timestamp-without-time-zone");
  }

  @Override
  List<Finding> judge(SchemaObject object, Standard standard, Context context) {
    return object instanceof Column column && isLocal(column.type(), context)
        ? notice(
            column,
            "is a timestamp without time zone: which instant it means depends on who reads it",
            "Declare it timestamptz, which keeps the instant and is shown in the reader's time"
                + " zone.")
        : List.of();
  }

  private static boolean isLocal(String type, Context context) {
    String element = type.replace("[]", "");
    return element.startsWith("timestamp") && element.endsWith("without time zone")
        || context.target().find(new ObjectId(ObjectKind.DOMAIN, element)) instanceof DomainType it
            && isLocal(it.type(), context);
  }
}
