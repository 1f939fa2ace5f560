package dev.releaseledger.domain.schema;

import java.util.Comparator;

/** Says that one object cannot be without another. */
public record Dependency(ObjectId from, ObjectId on) implements Comparable<Dependency> {

  private static final Comparator<Dependency> ORDER =
      Comparator.comparing(Dependency::from).thenComparing(Dependency::on);

  @Override
  public int compareTo(Dependency other) {
    return ORDER.compare(this, other);
  }
}
