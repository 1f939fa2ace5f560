package dev.releaseledger.cli.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in the service's API, encoded so that no name can reach another place.
 *
 * @param path everything after {@code /api/v1}, query included
 */
public record Resource(String path) {

  /** Returns the resource at these path segments. */
  public static Resource of(String... segments) {
    return new Resource(Stream.of(segments).map(s -> "/" + encode(s)).collect(joining()));
  }

  /** Returns the resource of an environment, or of something below it. */
  public static Resource environment(String project, String environment, String... below) {
    return new Resource(
        of("projects", project, "environments", environment).path() + of(below).path());
  }

  /** Returns this resource with one more query parameter when there is a value. */
  public Resource query(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    String separator = path.contains("?") ? "&" : "?";
    return new Resource(path + separator + encode(name) + "=" + encode(value.toString()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
