package dev.releaseledger.app.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.projections.Recent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads one kept schema after another, of which each has most objects in common with one before it.
 *
 * <p>What is canonical JSON of the same bytes is the same object: it is read once. What depends on
 * what is left out, which is no part of what a schema is.
 */
final class FamiliarObjects {

  private static final int MOST = 50_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonFactory TOKENS = JSON.getFactory();

  private final Recent<String, SchemaObject> known = new Recent<>(MOST);

  /** The schema that was written so. */
  synchronized Schema schema(String json) {
    SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>();
    ObjectNode rest = JSON.createObjectNode();
    try (JsonParser parser = TOKENS.createParser(json)) {
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken unused = parser.nextToken();
        switch (name) {
          case "objects" -> read(parser, json, objects);
          case "dependencies" -> {
            JsonParser skipped = parser.skipChildren();
            rest.putArray(name);
          }
          default -> rest.set(name, JSON.readTree(parser));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rest.putObject("objects");
    Schema around = SchemaCodec.read(rest, Schema.class);
    return new Schema(
        objects, around.dependencies(), around.columnOrder(), around.unread(), around.access());
  }

  private void read(JsonParser parser, String json, Map<ObjectId, SchemaObject> objects)
      throws IOException {
    expect(parser.currentToken(), JsonToken.START_OBJECT);
    for (String id = parser.nextFieldName(); id != null; id = parser.nextFieldName()) {
      JsonToken unused = parser.nextToken();
      int begin = (int) parser.currentTokenLocation().getCharOffset();
      JsonParser skipped = parser.skipChildren();
      int end = (int) parser.currentLocation().getCharOffset();
      String text = json.substring(begin, end);
      SchemaObject object = known.get(text);
      if (object == null) {
        object = known.put(text, SchemaCodec.read(text, SchemaObject.class));
      }
      objects.put(object.id(), object);
    }
  }

  private static void expect(JsonToken found, JsonToken wanted) {
    if (found != wanted) {
      throw new IllegalArgumentException("no schema: " + found);
    }
  }
}
