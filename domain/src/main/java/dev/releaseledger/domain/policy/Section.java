package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.policy.contract.Choice;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the settings of one part of a document, and gathers what is wrong with them. */
final class Section {

  private final String path;
  private final Map<String, Object> values;
  private final List<String> mistakes;
  private final SortedSet<String> known = new TreeSet<>();

  private Section(String path, Map<String, Object> values, List<String> mistakes) {
    this.path = path;
    this.values = values;
    this.mistakes = mistakes;
  }

  static Section of(String path, @Nullable Object value, List<String> mistakes) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, item) -> values.put(String.valueOf(name), item == null ? "" : item));
    } else if (value != null) {
      mistakes.add("%s must be a group of settings".formatted(path.isEmpty() ? "it" : path));
    }
    return new Section(path, values, mistakes);
  }

  boolean has(String name) {
    known.add(name);
    return values.containsKey(name);
  }

  boolean isFlag(String name) {
    return has(name) && values.get(name) instanceof Boolean;
  }

  Section section(String name) {
    return of(pathOf(name), has(name) ? values.get(name) : null, mistakes);
  }

  /** One of a few words; the first of them stands in for a mistake, and is not used. */
  <E extends Enum<E> & Choice> E choice(String name, Class<E> type, @Nullable E absent) {
    E[] all = type.getEnumConstants();
    String word = has(name) ? String.valueOf(values.get(name)) : null;
    if (word == null && absent != null) {
      return absent;
    }
    String wanted = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
    for (E choice : all) {
      if (choice.word().equals(wanted)) {
        return choice;
      }
    }
    List<String> words = Arrays.stream(all).map(Choice::word).sorted().toList();
    mistakes.add("%s must be one of: %s".formatted(pathOf(name), String.join(", ", words)));
    return all[0];
  }

  boolean flag(String name, boolean absent) {
    if (!has(name)) {
      return absent;
    }
    if (values.get(name) instanceof Boolean flag) {
      return flag;
    }
    mistakes.add("%s must be true or false".formatted(pathOf(name)));
    return absent;
  }

  Long count(String name, long absent, long most) {
    return Objects.requireNonNullElse(countOrNull(name, 0, most), absent);
  }

  @Nullable Long countOrNull(String name, long least, long most) {
    if (!has(name)) {
      return null;
    }
    if (values.get(name) instanceof Number number
        && (number instanceof Integer || number instanceof Long)
        && number.longValue() >= least
        && number.longValue() <= most) {
      return number.longValue();
    }
    mistakes.add("%s must be >= %d, whole, and at most %d".formatted(pathOf(name), least, most));
    return null;
  }

  String text(String name, String absent) {
    if (!has(name)) {
      return absent;
    }
    if (values.get(name) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    mistakes.add("%s must be a text".formatted(pathOf(name)));
    return absent;
  }

  List<String> texts(String name) {
    if (!has(name)) {
      return List.of();
    }
    if (values.get(name) instanceof List<?> items
        && items.stream().allMatch(item -> item instanceof String text && !text.isBlank())) {
      return items.stream().map(item -> String.valueOf(item).strip()).toList();
    }
    mistakes.add("%s must be a list of texts".formatted(pathOf(name)));
    return List.of();
  }

  /** Says of every setting that nobody asked for that there is none. */
  void complete() {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        mistakes.add(
            "%s is not a setting; there are: %s".formatted(pathOf(name), String.join(", ", known)));
      }
    }
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
