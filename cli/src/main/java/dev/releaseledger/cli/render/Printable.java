package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Answers as a terminal may be given them: what people wrote moves no cursor, hides nothing and
 * turns no line around.
 */
public final class Printable {

  private static final Pattern COMMANDS =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private Printable() {}

  /** Returns the text, with a sign in the place of each character that is a command. */
  public static String of(String text) {
    return COMMANDS.matcher(text.replace("\r\n", "\n")).replaceAll("\uFFFD");
  }

  /** Returns the answer, with each of its texts like that. */
  public static JsonNode of(JsonNode answer) {
    return printable(answer.deepCopy());
  }

  private static JsonNode printable(JsonNode node) {
    if (node.isTextual()) {
      return new TextNode(of(node.asText()));
    }
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        member.setValue(printable(member.getValue()));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, printable(array.get(i)));
      }
    }
    return node;
  }
}
