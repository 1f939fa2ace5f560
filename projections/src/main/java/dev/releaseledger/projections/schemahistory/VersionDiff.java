package dev.releaseledger.projections.schemahistory;

import java.util.List;

/** The diff of a version as it is kept. */
record VersionDiff(List<VersionPart> parts) {
  VersionDiff {
    parts = List.copyOf(parts);
  }
}
