package dev.releaseledger.evidence.document;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes an object apart, field by field, and refuses what is left over; the inverse of Members. */
public final class Fields {

  static final String DIGEST = "sha256:";

  private final Json.Obj object;
  private final Set<String> taken = new HashSet<>();

  private Fields(Json.Obj object) {
    this.object = object;
  }

  /** What an object of exactly these fields stands for. */
  public static <T> T of(Json value, Function<Fields, T> reader) {
    if (!(value instanceof Json.Obj object)) {
      throw new Malformed("not an object");
    }
    Fields fields = new Fields(object);
    T read = reader.apply(fields);
    for (String name : object.members().keySet()) {
      if (!fields.taken.contains(name)) {
        throw new Malformed("\"" + name + "\" is not known");
      }
    }
    return read;
  }

  /** A string. */
  public String text(String name) {
    taken.add(name);
    return object.text(name);
  }

  /** A string that may be absent. */
  public Optional<String> optionalText(String name) {
    return present(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A string that has to be this one. */
  public void constant(String name, String value) {
    if (!text(name).equals(value)) {
      throw new Malformed("\"" + name + "\" is not " + value);
    }
  }

  /** A whole number that is not negative. */
  public long count(String name) {
    taken.add(name);
    long value = object.integer(name);
    if (value < 0) {
      throw new Malformed("\"" + name + "\" is negative");
    }
    return value;
  }

  /** A whole number that is not negative and may be absent. */
  public Optional<Long> optionalCount(String name) {
    return present(name) ? Optional.of(count(name)) : Optional.empty();
  }

  /** True or false. */
  public boolean flag(String name) {
    taken.add(name);
    if (object.get(name) instanceof Json.Bool(boolean value)) {
      return value;
    }
    throw new Malformed("\"" + name + "\" is neither true nor false");
  }

  /** True where it says so; false where it does not, or is absent. */
  public boolean flagOrNot(String name) {
    return present(name) && flag(name);
  }

  /** A time in UTC, in the one spelling that is written. */
  public Instant instant(String name) {
    String text = text(name);
    try {
      Instant instant = Instant.parse(text);
      if (instant.toString().equals(text)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // The same refusal as for another spelling.
    }
    throw new Malformed("\"" + name + "\" is not a time such as 2026-11-21T00:00:00Z");
  }

  /** A time that may be absent. */
  public Optional<Instant> optionalInstant(String name) {
    return present(name) ? Optional.of(instant(name)) : Optional.empty();
  }

  /** A digest. */
  public Sha256 digest(String name) {
    String text = text(name);
    if (!text.startsWith(DIGEST)) {
      throw new Malformed("\"" + name + "\" is not a digest that starts with " + DIGEST);
    }
    return in(name, () -> Sha256.parseHex(text.substring(DIGEST.length())));
  }

  /** A digest that may be absent. */
  public Optional<Sha256> optionalDigest(String name) {
    return present(name) ? Optional.of(digest(name)) : Optional.empty();
  }

  /** One of several words. */
  public <E extends Enum<E>> E word(String name, Class<E> words) {
    String text = text(name);
    for (E word : words.getEnumConstants()) {
      if (wordOf(word).equals(text)) {
        return word;
      }
    }
    throw new Malformed("\"" + name + "\" is not a word that is known");
  }

  /** An object. */
  public <T> T object(String name, Function<Fields, T> reader) {
    taken.add(name);
    Json value = object.get(name);
    return in(name, () -> of(value, reader));
  }

  /** An object that may be absent. */
  public <T> Optional<T> optionalObject(String name, Function<Fields, T> reader) {
    return present(name) ? Optional.of(object(name, reader)) : Optional.empty();
  }

  /** An array of objects. */
  public <T> List<T> objects(String name, Function<Fields, T> reader) {
    taken.add(name);
    List<Json> elements = object.array(name);
    return in(name, () -> elements.stream().map(one -> of(one, reader)).toList());
  }

  /** An array of strings. */
  public List<String> texts(String name) {
    taken.add(name);
    return object.array(name).stream()
        .map(element -> {
          if (element instanceof Json.Str(String value)) {
            return value;
          }
          throw new Malformed("\"" + name + "\" has an element that is not a string");
        })
        .toList();
  }

  /** An object whose fields are read later. */
  public Json.Obj raw(String name) {
    taken.add(name);
    return object.object(name);
  }

  /** Passes over fields that are not known, where a specification demands it. */
  public void ignoreOthers() {
    taken.addAll(object.members().keySet());
  }

  private boolean present(String name) {
    return object.find(name) != null;
  }

  private static <T> T in(String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Malformed malformed) {
      throw new Malformed(name + ": " + malformed.reason());
    }
  }

  static String wordOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
