package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.port.AnchorEntry;
import dev.releaseledger.evidence.Malformed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The places that the operator has named, and how many of them are enough.
 *
 * @param entries the places
 * @param required a checkpoint that so many of them keep is anchored
 */
record AnchorList(List<AnchorEntry> entries, int required) {

  AnchorList {
    entries = List.copyOf(entries);
    Set<String> names = new HashSet<>();
    for (AnchorEntry entry : entries) {
      if (!names.add(entry.name())) {
        throw new Malformed("two places are called " + entry.name());
      }
    }
    if (required < 1 || required > entries.size()) {
      throw new Malformed(required + " of " + entries.size() + " places are required");
    }
  }
}
