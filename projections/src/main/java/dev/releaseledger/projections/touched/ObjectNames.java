package dev.releaseledger.projections.touched;

import dev.releaseledger.domain.schema.ObjectKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names under which an object is looked for: {@code column public.t.c} is also {@code
 * public.t.c}, and it touches {@code public.t}.
 */
final class ObjectNames {

  /** Kinds whose name begins with that of the table they are on. */
  private static final Set<ObjectKind> ON_A_TABLE =
      EnumSet.of(
          ObjectKind.COLUMN,
          ObjectKind.COLUMN_DEFAULT,
          ObjectKind.CONSTRAINT,
          ObjectKind.TRIGGER,
          ObjectKind.RULE,
          ObjectKind.POLICY);

  /** The longest label first: a label may begin with another one. */
  private static final List<ObjectKind> KINDS =
      Arrays.stream(ObjectKind.values())
          .sorted(Comparator.comparingInt((ObjectKind kind) -> -kind.label().length()))
          .toList();

  private ObjectNames() {}

  /** Of an object as a plan's step calls it. */
  static SortedSet<String> of(String label) {
    SortedSet<String> names = new TreeSet<>();
    names.add(label);
    KINDS.stream()
        .filter(kind -> label.startsWith(kind.label() + " "))
        .findFirst()
        .ifPresent(kind -> {
          String identity = label.substring(kind.label().length() + 1);
          names.add(identity);
          int end = lastDot(identity);
          if (ON_A_TABLE.contains(kind) && end > 0) {
            names.addAll(ofTable(identity.substring(0, end)));
          }
        });
    return names;
  }

  /** Of a table. */
  static SortedSet<String> ofTable(String identity) {
    return new TreeSet<>(Set.of(identity, ObjectKind.TABLE.label() + " " + identity));
  }

  /** Where the last part of a name begins; a dot in quotes is none. */
  private static int lastDot(String identity) {
    boolean quoted = false;
    int dot = -1;
    for (int i = 0; i < identity.length(); i++) {
      char c = identity.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        dot = i;
      }
    }
    return dot;
  }
}
