package dev.releaseledger.evidence.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON of which two readers cannot think differently: no duplicate name, no lone surrogate,
 * nothing after the value, no whole number that a double changes.
 */
public final class StrictJson {

  /** How many arrays and objects may be within one another. */
  public static final int MAX_DEPTH = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private StrictJson() {}

  /** The value that these bytes are the UTF-8 text of. */
  public static Read<Json> read(byte[] bytes) {
    return Read.of(() -> parse(Utf8.decode(bytes)));
  }

  /** The object that these bytes are the UTF-8 text of. */
  public static Read<Json.Obj> readObject(byte[] bytes) {
    return read(bytes)
        .then(value -> {
          if (value instanceof Json.Obj object) {
            return object;
          }
          throw new Malformed("not a JSON object");
        });
  }

  /** The object that these bytes are the canonical text of; any other spelling is refused. */
  public static Read<Json.Obj> readCanonical(byte[] bytes) {
    return readObject(bytes)
        .then(object -> {
          if (!Arrays.equals(Canonical.bytes(object), bytes)) {
            throw new Malformed("not in the canonical form of RFC 8785");
          }
          return object;
        });
  }

  private static Json parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      Json value = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw new Malformed("something follows the JSON value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new Malformed("not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Json value(JsonParser parser, @Nullable JsonToken token) throws IOException {
    if (token == null) {
      throw new Malformed("no JSON value");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Json.Str(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new Malformed("no JSON value");
    };
  }

  private static Json object(JsonParser parser) throws IOException {
    SortedMap<String, Json> members = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Json value = value(parser, parser.nextToken());
      if (members.put(name, value) != null) {
        throw new Malformed("a name occurs twice in an object");
      }
    }
    return new Json.Obj(members);
  }

  private static Json array(JsonParser parser) throws IOException {
    List<Json> elements = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      elements.add(value(parser, token));
      token = parser.nextToken();
    }
    return new Json.Arr(elements);
  }

  private static Json number(String literal) {
    Json.Num number = new Json.Num(Double.parseDouble(literal));
    boolean whole = literal.chars().allMatch(c -> c == '-' || Character.isDigit(c));
    // A whole number that a double rounds would be another number to the next reader.
    if (whole && !number.isSafeInteger() && !EcmaNumber.text(number.value()).equals(literal)) {
      throw new Malformed("a whole number that a double cannot hold");
    }
    return number;
  }
}
