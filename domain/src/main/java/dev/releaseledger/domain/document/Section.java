package dev.releaseledger.domain.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the settings of one part of a document, and gathers what is wrong with them. */
public final class Section {

  private final String path;
  private final Map<String, Object> values;
  private final List<String> mistakes;
  private final SortedSet<String> known = new TreeSet<>();

  private Section(String path, Map<String, Object> values, List<String> mistakes) {
    this.path = path;
    this.values = values;
    this.mistakes = mistakes;
  }

  /** The settings at a path; mistakes in them are added to a list. */
  public static Section of(String path, @Nullable Object value, List<String> mistakes) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, item) -> values.put(String.valueOf(name), item == null ? "" : item));
    } else if (value != null) {
      mistakes.add("%s must be a group of settings".formatted(path.isEmpty() ? "it" : path));
    }
    return new Section(path, values, mistakes);
  }

  /** Whether the document has this setting. */
  public boolean has(String name) {
    known.add(name);
    return values.containsKey(name);
  }

  /** Whether the document has it as true or false. */
  public boolean isFlag(String name) {
    return has(name) && values.get(name) instanceof Boolean;
  }

  /** Whether the document has it as settings of its own. */
  public boolean isGroup(String name) {
    return has(name) && values.get(name) instanceof Map;
  }

  /** The settings below this one. */
  public Section section(String name) {
    return of(pathOf(name), has(name) ? values.get(name) : null, mistakes);
  }

  /** One of a few words; the first of them stands in for a mistake, and is not used. */
  public <E extends Enum<E> & Choice> E choice(String name, Class<E> type, @Nullable E absent) {
    E[] all = type.getEnumConstants();
    String word = has(name) ? word(values.get(name)) : null;
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

  /** True or false. */
  public boolean flag(String name, boolean absent) {
    if (!has(name)) {
      return absent;
    }
    if (values.get(name) instanceof Boolean flag) {
      return flag;
    }
    mistakes.add("%s must be true or false".formatted(pathOf(name)));
    return absent;
  }

  /** A whole number, at least 0. */
  public Long count(String name, long absent, long most) {
    return Objects.requireNonNullElse(countOrNull(name, 0, most), absent);
  }

  /** A whole number between two others, or null where there is none. */
  public @Nullable Long countOrNull(String name, long least, long most) {
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

  /** A text that is not blank. */
  public String text(String name, String absent) {
    if (!has(name)) {
      return absent;
    }
    if (values.get(name) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    mistakes.add("%s must be a text".formatted(pathOf(name)));
    return absent;
  }

  /** A list of texts that are not blank; none where there is no setting. */
  public List<String> texts(String name) {
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

  /** A text that must be there; empty where it is not, and then not used. */
  public String required(String name) {
    if (!has(name)) {
      mistake(name, "must be there");
    }
    return text(name, "");
  }

  /** Some of a few words, each once. */
  public <E extends Enum<E> & Choice> List<E> choices(String name, Class<E> type, List<E> absent) {
    if (!has(name)) {
      return absent;
    }
    List<E> all = List.of(type.getEnumConstants());
    List<E> chosen = new ArrayList<>();
    if (!(values.get(name) instanceof List<?> words)) {
      mistake(name, "must be a list of: " + words(all));
      return absent;
    }
    for (Object word : words) {
      String wanted = String.valueOf(word).strip().toLowerCase(Locale.ROOT);
      List<E> meant = all.stream().filter(choice -> choice.word().equals(wanted)).toList();
      if (meant.isEmpty()) {
        mistake(name, "must be a list of: " + words(all));
        return absent;
      }
      chosen.addAll(meant);
    }
    return chosen.stream().distinct().toList();
  }

  /** Numbers by names that are nobody's but the document's. */
  public SortedMap<String, Integer> counts(String name, int most) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    Section named = section(name);
    for (String key : named.values.keySet()) {
      Long count = named.countOrNull(key, 1, most);
      counts.put(key, count == null ? 1 : count.intValue());
    }
    return counts;
  }

  /** Lists of texts by names that are nobody's but the document's. */
  public SortedMap<String, List<String>> lists(String name) {
    SortedMap<String, List<String>> lists = new TreeMap<>();
    Section named = section(name);
    for (String key : named.values.keySet()) {
      List<String> texts = named.texts(key);
      if (texts.isEmpty()) {
        named.mistake(key, "must name somebody");
      }
      lists.put(key, texts);
    }
    return lists;
  }

  /** The names of the settings that are there. */
  public SortedSet<String> names() {
    return new TreeSet<>(values.keySet());
  }

  /** Notes what is wrong with a setting. */
  public void mistake(String name, String what) {
    mistakes.add("%s %s".formatted(pathOf(name), what));
  }

  /** Notes what is wrong: the name of the setting, and what it has to be. */
  public void mistake(String nameAndWhat) {
    mistakes.add(pathOf(nameAndWhat));
  }

  private static <E extends Choice> String words(List<E> choices) {
    return String.join(", ", choices.stream().map(Choice::word).sorted().toList());
  }

  /** The same, where one text may stand for a list of one. */
  public List<String> textOrTexts(String name) {
    return has(name) && values.get(name) instanceof String ? List.of(text(name, "")) : texts(name);
  }

  /** Says of every setting that nobody asked for that there is none. */
  public void complete() {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        mistakes.add(
            "%s is not a setting; there are: %s".formatted(pathOf(name), String.join(", ", known)));
      }
    }
  }

  /** YAML takes the word off for false. */
  private static String word(@Nullable Object value) {
    return Boolean.FALSE.equals(value) ? "off" : String.valueOf(value);
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
