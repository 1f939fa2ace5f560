package dev.releaseledger.domain.schema;

import java.util.Comparator;

/**
 * Something in the database that the model does not cover; it is named so that nobody is misled.
 */
public record UnreadObject(String kind, String name, String reason)
    implements Comparable<UnreadObject> {

  private static final Comparator<UnreadObject> ORDER =
      Comparator.comparing(UnreadObject::kind)
          .thenComparing(UnreadObject::name)
          .thenComparing(UnreadObject::reason);

  @Override
  public int compareTo(UnreadObject other) {
    return ORDER.compare(this, other);
  }
}
