package dev.releaseledger.domain.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names one object: its kind, and its schema-qualified name quoted as SQL needs it ({@code
 * public.users.id}).
 */
public record ObjectId(ObjectKind kind, String identity) implements Comparable<ObjectId> {

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

  /** The schema its name begins with, or null when its name has none. */
  public @Nullable String namespace() {
    boolean quoted = false;
    for (int i = 0; i < identity.length(); i++) {
      char c = identity.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        return identity.substring(0, i);
      }
    }
    return null;
  }

  @Override
  public int compareTo(ObjectId other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? identity.compareTo(other.identity) : byKind;
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + identity;
  }
}
