package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what became of an object: each part on a line, with what it was and what it is. */
final class PartLines {
  private static final int SHORT = 60;

  private PartLines() {}

  /** Writes every part of a change. */
  static void write(JsonNode change, Page page) {
    String object = Words.of(change, "object");
    String was = Words.of(change, "former");
    String former = was.isEmpty() ? object : was;
    List<String> followed = new ArrayList<>();
    for (JsonNode part : change.path("parts")) {
      if (Words.of(part, "change").equals("followed")) {
        followed.add(Words.of(part, "part"));
      } else if (Words.of(part, "part").equals(object)) {
        itself(part, page);
      } else {
        part(part, object, former, page);
      }
    }
    if (!followed.isEmpty()) {
      page.line(
          page.style()
              .dim("  " + Words.count(followed.size(), "part") + " unchanged under renamed names"));
    }
  }

  /** Writes how many parts of each kind came or went. */
  static String summary(JsonNode change) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode part : change.path("parts")) {
      String label = Words.of(part, "part");
      if (!label.equals(Words.of(change, "object"))) {
        counts.merge(kind(label), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(count ->
            count.getKey().endsWith("x") && count.getValue() > 1
                ? count.getValue() + " " + count.getKey() + "es"
                : count.getKey().endsWith("y") && count.getValue() > 1
                    ? count.getValue() + " " + count.getKey().replaceFirst("y$", "ies")
                    : Words.count(count.getValue(), count.getKey()))
        .collect(joining(", "));
  }

  private static String kind(String label) {
    return label.startsWith("privileges on ") ? "privilege" : label.replaceFirst(" [^ ].*", "");
  }

  /** What became of the object as a whole is said above; here is what it was and is. */
  private static void itself(JsonNode part, Page page) {
    switch (Words.of(part, "change")) {
      case "added" -> page.line(essence(part, "after").strip());
      case "removed" -> page.line(essence(part, "before").strip());
      default -> aspects(part, page);
    }
  }

  private static void part(JsonNode part, String object, String was, Page page) {
    Style style = page.style();
    String change = Words.of(part, "change");
    String label = within(Words.of(part, "part"), object);
    switch (change) {
      case "added" -> page.line(style.good("+") + " " + label + essence(part, "after"));
      case "removed" -> page.line(style.bad("-") + " " + label + essence(part, "before"));
      case "renamed" -> {
        String former = within(Words.of(part, "former"), was).replaceFirst("^\\S+ ", "");
        page.line(style.warning("~") + " " + label + ", was " + former);
        aspects(part, page.in());
      }
      default -> {
        page.line(style.warning("~") + " " + label);
        aspects(part, page.in());
      }
    }
  }

  /** What a reader wants to know first of something that comes or goes. */
  private static String essence(JsonNode part, String side) {
    Map<String, String> aspects = new TreeMap<>();
    for (JsonNode aspect : part.path("aspects")) {
      aspects.put(Words.of(aspect, "aspect"), Words.line(aspect, side));
    }
    String label = Words.of(part, "part");
    String essence =
        label.startsWith("column ")
            ? aspects.getOrDefault("type", "")
                + (aspects.getOrDefault("not null", "no").equals("yes") ? " not null" : "")
                + (aspects.containsKey("default") ? " default " + aspects.get("default") : "")
            : aspects.getOrDefault(
                "definition", aspects.getOrDefault("query", aspects.getOrDefault("labels", "")));
    return essence.isEmpty() ? "" : "  " + cut(essence);
  }

  private static void aspects(JsonNode part, Page page) {
    for (JsonNode aspect : part.path("aspects")) {
      String before = Words.line(aspect, "before");
      String after = Words.line(aspect, "after");
      String name = Words.of(aspect, "aspect");
      if (before.length() + after.length() <= SHORT) {
        page.line(name + ": " + orNone(before) + " -> " + orNone(after));
      } else {
        page.line(name);
        new Fields().with("was", orNone(before)).with("is", orNone(after)).write(page.in());
      }
    }
  }

  private static String orNone(String value) {
    return value.isEmpty() ? "none" : value;
  }

  private static String cut(String text) {
    return text.length() <= 2 * SHORT ? text : text.substring(0, 2 * SHORT - 3) + "...";
  }

  /** A part is named without the object that it is a part of. */
  static String within(String part, String object) {
    int gap = object.lastIndexOf(' ');
    String container = object.substring(gap + 1) + ".";
    int at = part.indexOf(" " + container);
    return at < 0 || part.startsWith("privileges on ")
        ? part
        : part.substring(0, at + 1) + part.substring(at + 1 + container.length());
  }
}
