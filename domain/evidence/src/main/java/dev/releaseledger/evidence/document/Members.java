package dev.releaseledger.evidence.document;

import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Builds an object, one member after the other; what is absent leaves no trace. */
public final class Members {

  private final SortedMap<String, Json> members = new TreeMap<>();

  /** A member of any kind. */
  public Members put(String name, Json value) {
    members.put(name, value);
    return this;
  }

  /** A member that may be absent. */
  public <T> Members put(String name, Optional<T> value, Function<T, ? extends Json> written) {
    value.ifPresent(present -> members.put(name, written.apply(present)));
    return this;
  }

  /** A string. */
  public Members text(String name, String value) {
    return put(name, new Json.Str(value));
  }

  /** A string that may be absent. */
  public Members text(String name, Optional<String> value) {
    return put(name, value, Json.Str::new);
  }

  /** A whole number. */
  public Members integer(String name, long value) {
    return put(name, Json.Num.of(value));
  }

  /** True or false. */
  public Members flag(String name, boolean value) {
    return put(name, new Json.Bool(value));
  }

  /** A time, in UTC (RFC 3339). */
  public Members instant(String name, Instant value) {
    return text(name, value.toString());
  }

  /** A time that may be absent. */
  public Members instant(String name, Optional<Instant> value) {
    return text(name, value.map(Instant::toString));
  }

  /** A digest, such as {@code sha256:e3b0...}. */
  public Members digest(String name, Sha256 value) {
    return text(name, Fields.DIGEST + value.hex());
  }

  /** A digest that may be absent. */
  public Members digest(String name, Optional<Sha256> value) {
    return text(name, value.map(digest -> Fields.DIGEST + digest.hex()));
  }

  /** One of several words. */
  public Members word(String name, Enum<?> value) {
    return text(name, Fields.wordOf(value));
  }

  /** An array. */
  public <T> Members list(String name, List<T> values, Function<T, ? extends Json> written) {
    return put(name, new Json.Arr(values.stream().<Json>map(written).toList()));
  }

  /** An array of strings. */
  public Members texts(String name, List<String> values) {
    return list(name, values, Json.Str::new);
  }

  /** The object. */
  public Json.Obj built() {
    return new Json.Obj(members);
  }
}
