package dev.releaseledger.app.rest;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Queries of calls as they came, to be a part of a link: whatever else stands in them stays as it
 * is, also where no builder of URIs would have it so.
 */
final class Queries {

  private Queries() {}

  /** The query without some parameters; empty where nothing is left of it. */
  static String without(@Nullable String query, String... parameters) {
    Set<String> left = Set.of(parameters);
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(part -> !part.isEmpty() && !left.contains(part.split("=", 2)[0]))
            .collect(Collectors.joining("&"));
  }
}
