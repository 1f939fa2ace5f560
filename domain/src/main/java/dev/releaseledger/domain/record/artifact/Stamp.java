package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who, when and where in the ledger, as a part of a file. */
final class Stamp {

  private Stamp() {}

  static SortedMap<String, Object> of(Recorded recorded) {
    SortedMap<String, Object> stamp = new TreeMap<>();
    stamp.put("position", recorded.position());
    stamp.put("at", recorded.at().toString());
    stamp.put("actor", recorded.by());
    return stamp;
  }
}
