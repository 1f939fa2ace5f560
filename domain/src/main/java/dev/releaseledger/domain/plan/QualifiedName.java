package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;

/**
 * The name of an object taken apart.
 *
 * @param container the schema, or the relation it is a part of; empty for a schema
 * @param last its own name, quoted as SQL needs it
 * @param arguments what follows the name of a routine, in parentheses, or empty
 */
public record QualifiedName(String container, String last, String arguments) {

  /** The name of an object. */
  public static QualifiedName of(ObjectId id) {
    return parse(id.identity());
  }

  /** A name as the server or a person writes it. */
  public static QualifiedName parse(String identity) {
    List<Integer> dots = new ArrayList<>();
    boolean quoted = false;
    int end = identity.length();
    for (int i = 0; i < end; i++) {
      char c = identity.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        dots.add(i);
      } else if (c == '(' && !quoted) {
        end = i;
      }
    }
    String arguments = identity.substring(end);
    String name = identity.substring(0, end);
    int dot = dots.isEmpty() ? -1 : dots.getLast();
    return new QualifiedName(
        dot < 0 ? "" : name.substring(0, dot), name.substring(dot + 1), arguments);
  }

  /** The same place under another name, quoted as SQL needs it. */
  public String with(String newContainer, String name) {
    return (newContainer.isEmpty() ? "" : newContainer + ".") + name + arguments;
  }

  /** A name without its quotes; what is not quoted is in lower case already. */
  public static String plain(String name) {
    return name.startsWith("\"") && name.length() > 1
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  /** A name with the quotes it needs, as far as its characters tell. */
  public static String quoted(String plain) {
    return plain.matches("[a-z_][a-z0-9_$]*") ? plain : "\"" + plain.replace("\"", "\"\"") + "\"";
  }
}
