package dev.releaseledger.cli.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request; what was not said is left out rather than sent as null. */
public final class Body {
  private final ObjectNode fields = Json.object();

  /** Returns a body without fields. */
  public static Body empty() {
    return new Body();
  }

  /** Adds a text field when there is a value. */
  public Body with(String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /** Adds a yes-or-no field. */
  public Body with(String name, boolean value) {
    fields.put(name, value);
    return this;
  }

  /** Adds a number. */
  public Body with(String name, int value) {
    fields.put(name, value);
    return this;
  }

  /** Adds a number that may be large, when there is one. */
  public Body with(String name, @Nullable Long value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /** Adds a point in time when there is one. */
  public Body with(String name, @Nullable Instant value) {
    return with(name, value == null ? null : value.toString());
  }

  /** Adds a list of texts. */
  public Body with(String name, List<String> values) {
    values.forEach(fields.putArray(name)::add);
    return this;
  }

  /** Adds an object of texts when it has entries. */
  public Body with(String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      values.forEach(fields.putObject(name)::put);
    }
    return this;
  }

  /** Adds an object of two texts to a list of such. */
  public Body withEntry(String list, String name, String value, String other, String otherValue) {
    fields.withArray(list).addObject().put(name, value).put(other, otherValue);
    return this;
  }

  /** Adds another body to a list of such. */
  public Body withEntry(String list, Body entry) {
    fields.withArray(list).add(entry.fields);
    return this;
  }

  ObjectNode fields() {
    return fields;
  }
}
