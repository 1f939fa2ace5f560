package dev.releaseledger.app.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The catalog queries, kept as SQL files beside the classes. */
final class Sql {

  private static final Pattern SINCE = Pattern.compile("-- from (\\d+)$");

  private Sql() {}

  /** A query for a server of this major version: without the lines that say they need a newer. */
  static String named(String name, int majorVersion) {
    return named(name)
        .lines()
        .filter(line -> suits(line, majorVersion))
        .collect(Collectors.joining("\n"));
  }

  private static boolean suits(String line, int majorVersion) {
    Matcher since = SINCE.matcher(line);
    return !since.find() || Integer.parseInt(since.group(1)) <= majorVersion;
  }

  /** The text of a query, by its file's name without ending. */
  static String named(String name) {
    try (InputStream in = Sql.class.getResourceAsStream(name + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("no such query: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
