package dev.releaseledger.app.port;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What lies between two commits.
 *
 * @param descends whether the later one descends from the earlier one
 * @param addresses the e-mail addresses of those who wrote what the later one adds, in lower case
 */
public record History(boolean descends, SortedSet<String> addresses) {

  public History {
    addresses = Collections.unmodifiableSortedSet(new TreeSet<>(addresses));
  }
}
