package dev.releaseledger.app.drift;

import dev.releaseledger.domain.diff.Difference;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Databases beside what they should be, by connection.
 *
 * @param expected the expected fingerprints
 * @param observed the fingerprints that were read
 * @param differences what differs; an entry for every connection
 */
public record Comparison(
    SortedMap<String, String> expected,
    SortedMap<String, String> observed,
    SortedMap<String, List<Difference>> differences) {

  public Comparison {
    expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
    observed = Collections.unmodifiableSortedMap(new TreeMap<>(observed));
    differences = Collections.unmodifiableSortedMap(new TreeMap<>(differences));
  }

  /** Whether every database is what it should be. */
  public boolean isClean() {
    return expected.equals(observed) && differences.values().stream().allMatch(List::isEmpty);
  }

  /** One sentence for each difference; the connection is named where there are several. */
  public List<String> sentences() {
    boolean several = differences.size() > 1;
    return differences.entrySet().stream()
        .flatMap(entry ->
            entry.getValue().stream()
                .map(d -> several ? entry.getKey() + ": " + d.text() : d.text()))
        .toList();
  }

  /** Every difference. */
  public List<Difference> all() {
    return differences.values().stream().flatMap(List::stream).toList();
  }
}
