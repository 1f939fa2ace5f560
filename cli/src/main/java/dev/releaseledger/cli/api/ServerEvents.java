package dev.releaseledger.cli.api;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a stream of server-sent events, line by line. */
final class ServerEvents {

  private final BufferedReader lines;

  ServerEvents(BufferedReader lines) {
    this.lines = lines;
  }

  /** Returns the next event, or null when the stream has ended; a part of one is none. */
  @Nullable ServerEvent next() throws IOException {
    String id = "";
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        return new ServerEvent(id, data.toString());
      }
      if (line.startsWith("id:")) {
        id = value(line);
      } else if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(value(line));
      }
    }
    return null;
  }

  private static String value(String line) {
    String value = line.substring(line.indexOf(':') + 1);
    return value.startsWith(" ") ? value.substring(1) : value;
  }
}
