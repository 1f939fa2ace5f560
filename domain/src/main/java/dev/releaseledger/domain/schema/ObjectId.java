package dev.releaseledger.domain.schema;

import java.util.Comparator;
import java.util.Locale;

/**
 * Names one object: its kind, and its schema-qualified name quoted as SQL needs it ({@code
 * public.users.id}).
 */
public record ObjectId(ObjectKind kind, String identity) implements Comparable<ObjectId> {

  private static final Comparator<ObjectId> ORDER =
      Comparator.comparing(ObjectId::kind).thenComparing(ObjectId::identity);

  /** The id written by {@link #toString()}. */
  public static ObjectId parse(String text) {
    int gap = text.indexOf(' ');
    String kind = text.substring(0, gap).toUpperCase(Locale.ROOT);
    return new ObjectId(ObjectKind.valueOf(kind), text.substring(gap + 1));
  }

  /** The object in words, such as {@code materialized view public.totals}. */
  public String label() {
    return kind.label() + " " + identity;
  }

  @Override
  public int compareTo(ObjectId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + identity;
  }
}
