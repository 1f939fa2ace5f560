package dev.releaseledger.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Why something was not done, as the service (or this program) states it.
 *
 * @param document the problem in the form of RFC 9457
 */
public record Problem(ObjectNode document) {

  /** Returns a problem this program found by itself. */
  public static Problem of(
      String slug, String category, String title, String detail, String remedy) {
    return new Problem(
        Json.object()
            .put("type", "/problems/" + slug)
            .put("title", title)
            .put("detail", detail)
            .put("remedy", remedy)
            .put("category", category));
  }

  /** Returns the name of the page that explains the problem. */
  public String slug() {
    String type = text("type");
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** Returns the problem in a few words. */
  public String title() {
    return text("title");
  }

  /** Returns what happened and why. */
  public String detail() {
    return text("detail");
  }

  /** Returns what to do about it. */
  public String remedy() {
    return text("remedy");
  }

  /** Returns the kind of problem, which decides the exit code. */
  public String category() {
    String category = text("category");
    return category.isEmpty() ? categoryOf(document.path("status").asInt()) : category;
  }

  /** Returns a further member of the document; a missing node when there is none. */
  public JsonNode extra(String name) {
    return document.path(name);
  }

  private String text(String name) {
    return document.path(name).asText("");
  }

  private static String categoryOf(int status) {
    return switch (status) {
      case 401 -> "unauthorized";
      case 403 -> "forbidden";
      case 404 -> "not_found";
      case 409 -> "refused";
      case 502, 503, 504 -> "unreachable";
      default -> status >= 500 ? "fault" : "invalid";
    };
  }
}
