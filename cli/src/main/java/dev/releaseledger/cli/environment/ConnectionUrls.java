package dev.releaseledger.cli.environment;

import dev.releaseledger.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code --url} values: {@code NAME=URL}, or a plain URL for the connection main. */
final class ConnectionUrls {
  // A URL may hold an equals sign of its own, but only behind a colon.
  private static final Pattern NAMED = Pattern.compile("([^:=/]+)=(.+)");

  private ConnectionUrls() {}

  static Map<String, String> of(List<String> values, Session session) {
    Map<String, String> urls = new LinkedHashMap<>();
    for (String value : values) {
      Matcher named = NAMED.matcher(value);
      String name = named.matches() ? named.group(1) : "main";
      String url = named.matches() ? named.group(2) : value;
      if (urls.putIfAbsent(name, url) != null) {
        throw session.usage(
            "--url names the connection '" + name + "' twice; write --url NAME=URL for each");
      }
    }
    return urls;
  }
}
