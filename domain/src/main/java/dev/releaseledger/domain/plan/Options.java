package dev.releaseledger.domain.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes options, which the server keeps as {@code name=value}, and the changes of them. */
final class Options {

  private Options() {}

  /** All of them in parentheses: {@code (fillfactor='70', toast.autovacuum_enabled='off')}. */
  static String list(List<String> options) {
    return options.stream().map(Options::assignment).collect(Collectors.joining(", ", "(", ")"));
  }

  /** The actions that turn the first options into the second, as one text. */
  static String change(List<String> before, List<String> after) {
    return String.join(", ", actions(before, after));
  }

  /** The actions that turn the first options into the second. */
  static List<String> actions(List<String> before, List<String> after) {
    Map<String, String> old = byName(before);
    Map<String, String> wanted = byName(after);
    List<String> gone = old.keySet().stream().filter(it -> !wanted.containsKey(it)).toList();
    List<String> set = after.stream().filter(option -> !before.contains(option)).toList();
    List<String> actions = new ArrayList<>();
    if (!gone.isEmpty()) {
      actions.add("RESET (" + String.join(", ", gone) + ")");
    }
    if (!set.isEmpty()) {
      actions.add("SET " + list(set));
    }
    return actions;
  }

  /** The names of the options that are not the same. */
  static SortedSet<String> differing(List<String> before, List<String> after) {
    SortedSet<String> names = new TreeSet<>();
    before.stream().filter(it -> !after.contains(it)).forEach(it -> names.add(name(it)));
    after.stream().filter(it -> !before.contains(it)).forEach(it -> names.add(name(it)));
    return names;
  }

  /** Options for a foreign server, as a clause of a CREATE, or nothing when there are none. */
  static String foreign(List<String> options) {
    return options.isEmpty()
        ? ""
        : " OPTIONS (" + join(options, option -> name(option) + " " + value(option)) + ")";
  }

  /** The clause that turns the first options for a foreign server into the second. */
  static String changeForeign(List<String> before, List<String> after) {
    Map<String, String> old = byName(before);
    Map<String, String> wanted = byName(after);
    List<String> actions = new ArrayList<>();
    old.keySet().stream()
        .filter(it -> !wanted.containsKey(it))
        .forEach(it -> actions.add("DROP " + it));
    wanted.forEach((name, value) -> {
      if (!old.containsKey(name)) {
        actions.add("ADD " + name + " " + value);
      } else if (!value.equals(old.get(name))) {
        actions.add("SET " + name + " " + value);
      }
    });
    return "OPTIONS (" + String.join(", ", actions) + ")";
  }

  private static String join(List<String> options, Function<String, String> writing) {
    return options.stream().map(writing).collect(Collectors.joining(", "));
  }

  private static Map<String, String> byName(List<String> options) {
    Map<String, String> byName = new LinkedHashMap<>();
    options.forEach(option -> byName.put(name(option), value(option)));
    return byName;
  }

  private static String assignment(String option) {
    return name(option) + "=" + value(option);
  }

  private static String name(String option) {
    return option.substring(0, option.indexOf('='));
  }

  private static String value(String option) {
    return Ddl.literal(option.substring(option.indexOf('=') + 1));
  }
}
