package dev.releaseledger.domain.drawing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a picture as a Mermaid entity relationship diagram. */
public final class Mermaid {

  private static final String PLAIN = "[A-Za-z][A-Za-z0-9_]*";

  /** Words that the grammar takes for its own. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "accdescr",
          "acctitle",
          "class",
          "classdef",
          "direction",
          "erdiagram",
          "fk",
          "many",
          "one",
          "only",
          "optionally",
          "pk",
          "style",
          "title",
          "to",
          "u",
          "uk",
          "zero");

  private Mermaid() {}

  /** The diagram as text. */
  public static String of(Diagram diagram) {
    return Stream.concat(
            diagram.entities().stream().map(Mermaid::entity),
            diagram.relations().stream().map(Mermaid::relation))
        .collect(Collectors.joining("", "erDiagram\n", ""));
  }

  private static String entity(Entity entity) {
    return entity.fields().isEmpty()
        ? "  " + id(entity.table()) + "\n"
        : entity.fields().stream()
            .map(Mermaid::field)
            .collect(Collectors.joining("", "  " + id(entity.table()) + " {\n", "  }\n"));
  }

  private static String field(Entity.Field field) {
    String name = word(field.name());
    String exact = name.equals(field.name()) ? "" : field.name();
    String comment =
        Stream.of(exact, field.required() ? "not null" : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    List<String> marks = field.marks();
    return "    "
        + word(field.type())
        + " "
        + name
        + (marks.isEmpty() ? "" : " " + String.join(", ", marks))
        + (comment.isEmpty() ? "" : " \"" + text(comment) + "\"")
        + "\n";
  }

  private static String relation(Relation relation) {
    return "  %s %s--%s %s : \"%s\"\n"
        .formatted(
            id(relation.parent()),
            relation.optional() ? "|o" : "||",
            relation.single() ? "o|" : "o{",
            id(relation.child()),
            text(relation.name()));
  }

  /** A table's name: between quotes where it is not plain, so that no two are written alike. */
  private static String id(String table) {
    String title = Entity.title(table);
    return title.matches(PLAIN) && !isKeyword(title) ? title : "\"" + text(title) + "\"";
  }

  /** A word that the grammar takes for a type or a column. */
  private static String word(String name) {
    String word = name.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("(?<=.)_$", "");
    return word.matches("[A-Za-z].*") && !isKeyword(word) ? word : "_" + word;
  }

  private static boolean isKeyword(String word) {
    return KEYWORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** A text between quotes, where nothing of it means anything. */
  private static String text(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(c -> {
          if (Character.isLetterOrDigit(c) || " _.,-()[]".indexOf(c) >= 0) {
            text.appendCodePoint(c);
          } else {
            text.append('#').append(c).append(';');
          }
        });
    return text.toString();
  }
}
