package dev.releaseledger.domain.schema;

import java.util.List;

/** Where the rows of a foreign table are: the server, and options as {@code name=value}. */
public record ForeignSource(String server, List<String> options) {

  public ForeignSource {
    options = List.copyOf(options);
  }
}
