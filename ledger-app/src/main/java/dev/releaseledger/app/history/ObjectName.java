package dev.releaseledger.app.history;

import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An object as people name it: {@code view public.totals}. */
public record ObjectName(ObjectKind kind, String name) {

  /** The longest first, since {@code type} ends other words as well. */
  private static final List<ObjectKind> KINDS =
      Arrays.stream(ObjectKind.values())
          .sorted(Comparator.comparingInt((ObjectKind kind) -> -kind.label().length()))
          .toList();

  /** Reads a name with its kind. */
  public static ObjectName parse(String text) {
    String plain = text.strip();
    String lower = plain.toLowerCase(Locale.ROOT);
    for (ObjectKind kind : KINDS) {
      String word = kind.name().toLowerCase(Locale.ROOT);
      for (String prefix : List.of(kind.label() + " ", word + " ")) {
        if (lower.startsWith(prefix) && plain.length() > prefix.length()) {
          return new ObjectName(kind, plain.substring(prefix.length()).strip());
        }
      }
    }
    throw new Refused(
        new InvalidValue(
            "object",
            "has to say what it is, as in \"view public.totals\" or \"enum public.mood\""));
  }

  /** A table of this name. */
  public static ObjectName table(String name) {
    return new ObjectName(ObjectKind.TABLE, name.strip());
  }

  /** The object as a sentence names it. */
  public String label() {
    return kind.label() + " " + name;
  }

  boolean isName(ObjectId id) {
    return id.kind() == kind && Narrowing.isCalled(id, name);
  }

  /** The id it has when the name is written as SQL needs it. */
  ObjectId exact() {
    return new ObjectId(kind, name);
  }
}
