package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** How many findings a project minds, and how much. */
final class Severities {
  private final SortedMap<String, Integer> counts = new TreeMap<>();

  /** Counts the findings among these that the project has a say about. */
  void count(JsonNode findings) {
    for (JsonNode finding : findings) {
      String severity = Words.of(finding, "severity");
      if (!severity.isEmpty()) {
        counts.merge(severity, 1, Integer::sum);
      }
    }
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Whether nothing is applied because of them. */
  boolean refuse() {
    return counts.containsKey("error");
  }

  /** Returns them in words, such as 2 errors, 1 warning. */
  String sentence(UnaryOperator<String> accent) {
    return counts.entrySet().stream()
        .map(entry ->
            entry.getValue()
                + " "
                + accent.apply(entry.getKey())
                + (entry.getValue() == 1 || entry.getKey().equals("info") ? "" : "s"))
        .collect(joining(", "));
  }
}
