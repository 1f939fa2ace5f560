package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Defined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the options of a defined object: within the statement that makes it, and as changes. */
final class DefinedOptions {

  /** The one option of a dictionary that the server does not change. */
  static final String TEMPLATE = "TEMPLATE";

  /** A statement that changes options, and the one that changes them back. */
  record Change(String sql, String undo) {}

  private DefinedOptions() {}

  /** What the making statement says of the options, or nothing. */
  static String clause(Defined it) {
    if (it.options().isEmpty()) {
      return "";
    }
    return switch (it.id().kind()) {
      case FOREIGN_DATA_WRAPPER, SERVER ->
          listed(it.options(), " OPTIONS (", (name, value) -> name + " " + Ddl.literal(value));
      case TEXT_SEARCH_DICTIONARY -> listed(it.options(), " (", DefinedOptions::equal);
      case PUBLICATION -> listed(it.options(), " WITH (", DefinedOptions::equal);
      default -> "";
    };
  }

  /** The options an object has when its making statement has run. */
  static SortedMap<String, String> initial(Defined it) {
    return switch (it.id().kind()) {
      case FOREIGN_DATA_WRAPPER, SERVER, TEXT_SEARCH_DICTIONARY, PUBLICATION -> it.options();
      case EVENT_TRIGGER -> new TreeMap<>(Map.of("fires", "ENABLE"));
      default -> new TreeMap<>();
    };
  }

  /** The statements that lead from some options to others. */
  static List<Change> change(
      Defined it, SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    if (names.isEmpty()) {
      return List.of();
    }
    return switch (it.id().kind()) {
      case TEXT_SEARCH_CONFIGURATION -> mappings(it, names, before, after);
      case OPERATOR_FAMILY -> members(it, names, before, after);
      default ->
          List.of(
              new Change(statement(it, names, before, after), statement(it, names, after, before)));
    };
  }

  private static String statement(
      Defined it, SortedSet<String> names, Map<String, String> before, Map<String, String> after) {
    String alter = "ALTER " + Defining.named(it.id()) + " ";
    Stream<String> each = names.stream();
    return switch (it.id().kind()) {
      case FOREIGN_DATA_WRAPPER, SERVER ->
          alter
              + each.map(name -> generic(name, before.get(name), after.get(name)))
                  .collect(Collectors.joining(", ", "OPTIONS (", ")"));
      case TEXT_SEARCH_DICTIONARY ->
          alter
              + each.map(name -> after.containsKey(name) ? equal(name, after.get(name)) : name)
                  .collect(Collectors.joining(", ", "(", ")"));
      case STATISTICS -> alter + "SET STATISTICS " + after.getOrDefault(names.first(), "-1");
      case EVENT_TRIGGER -> alter + after.get(names.first());
      default ->
          alter
              + each.map(name -> equal(name, after.get(name)))
                  .collect(Collectors.joining(", ", "SET (", ")"));
    };
  }

  private static String generic(String name, @Nullable String before, @Nullable String after) {
    if (after == null) {
      return "DROP " + name;
    }
    return (before == null ? "ADD " : "SET ") + name + " " + Ddl.literal(after);
  }

  /** Kinds of token that get the same dictionaries are mapped together. */
  private static List<Change> mappings(
      Defined it, SortedSet<String> names, Map<String, String> before, Map<String, String> after) {
    record Move(String from, String to) {}
    Map<Move, List<String>> tokens =
        names.stream()
            .collect(
                Collectors.groupingBy(
                    name -> new Move(before.getOrDefault(name, ""), after.getOrDefault(name, "")),
                    () ->
                        new TreeMap<>(
                            java.util.Comparator.comparing(Move::from).thenComparing(Move::to)),
                    Collectors.toList()));
    List<Change> changes = new ArrayList<>();
    tokens.forEach((move, kinds) ->
        changes.add(
            new Change(
                mapping(it, kinds, move.from(), move.to()),
                mapping(it, kinds, move.to(), move.from()))));
    return changes;
  }

  private static String mapping(Defined it, List<String> tokens, String from, String to) {
    String verb = to.isEmpty() ? "DROP" : from.isEmpty() ? "ADD" : "ALTER";
    return "ALTER %s %s MAPPING FOR %s%s"
        .formatted(
            Defining.named(it.id()),
            verb,
            String.join(", ", tokens),
            to.isEmpty() ? "" : " WITH " + to);
  }

  private static List<Change> members(
      Defined it, SortedSet<String> names, Map<String, String> before, Map<String, String> after) {
    List<Change> changes = new ArrayList<>();
    List<String> gone = names.stream().filter(before::containsKey).toList();
    List<String> come = names.stream().filter(after::containsKey).toList();
    if (!gone.isEmpty()) {
      changes.add(new Change(leave(it, gone), join(it, gone, before)));
    }
    if (!come.isEmpty()) {
      changes.add(new Change(join(it, come, after), leave(it, come)));
    }
    return changes;
  }

  private static String join(Defined it, List<String> places, Map<String, String> members) {
    return "ALTER "
        + Defining.named(it.id())
        + places.stream().map(members::get).collect(Collectors.joining(",\n  ", " ADD\n  ", ""));
  }

  private static String leave(Defined it, List<String> places) {
    return "ALTER " + Defining.named(it.id()) + " DROP\n  " + String.join(",\n  ", places);
  }

  private interface Writing {
    String option(String name, String value);
  }

  private static String listed(SortedMap<String, String> options, String opening, Writing writing) {
    return options.entrySet().stream()
        .map(option -> writing.option(option.getKey(), option.getValue()))
        .collect(Collectors.joining(", ", opening, ")"));
  }

  private static String equal(String name, @Nullable String value) {
    return name + " = " + value;
  }
}
