package dev.releaseledger.projections.schemahistory;

import dev.releaseledger.domain.history.Continuity;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.projections.JsonText;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What goes on under other names, as the ledger's views keep it. */
final class ContinuityText {

  private ContinuityText() {}

  static SortedMap<String, String> write(Continuity continuity) {
    SortedMap<String, String> names = new TreeMap<>();
    continuity.former().forEach((now, before) -> names.put(now.toString(), before.toString()));
    return names;
  }

  /** What a release renamed on one connection. */
  static Continuity read(JsonText json, String text, String connection) {
    SortedMap<ObjectId, ObjectId> former = new TreeMap<>();
    if (json.read(text, Map.class).get(connection) instanceof Map<?, ?> names) {
      names.forEach((now, before) ->
          former.put(ObjectId.parse(String.valueOf(now)), ObjectId.parse(String.valueOf(before))));
    }
    return new Continuity(former);
  }
}
