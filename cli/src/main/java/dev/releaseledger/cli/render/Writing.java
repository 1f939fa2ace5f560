package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes an answer of the service onto a page. */
@FunctionalInterface
public interface Writing {

  /** Writes what a person wants to know of the answer. */
  void write(JsonNode answer, Page page);
}
