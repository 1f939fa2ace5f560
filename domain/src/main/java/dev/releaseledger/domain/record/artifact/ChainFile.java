package dev.releaseledger.domain.record.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A link of the chain from the request to the deployment; it passes where nothing is held against
 * it.
 *
 * @param kind {@code change_request}, {@code approval_record} or {@code deployment_record}
 * @param name its place below the folder
 */
record ChainFile(
    String kind, String name, List<String> blockers, SortedMap<String, Object> content) {

  ChainFile {
    blockers = List.copyOf(blockers);
  }

  static ChainFile of(
      String kind, String change, List<String> blockers, SortedMap<String, Object> content) {
    SortedMap<String, Object> all = new TreeMap<>(content);
    all.put("change_id", change);
    all.put("passed", blockers.isEmpty());
    all.put("blockers", new ArrayList<>(blockers));
    return new ChainFile(kind, kind + "_" + change + ".json", blockers, all);
  }

  boolean passed() {
    return blockers.isEmpty();
  }

  ArtifactFile file() {
    return new ArtifactFile(name, SortedJson.file(content));
  }

  String sha256() {
    return file().sha256();
  }
}
