package dev.releaseledger.app.port;

import dev.releaseledger.domain.schema.Schema;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a commit declares.
 *
 * @param conversions the declared expressions for type changes that no cast does by itself
 */
public record DeclaredSchema(Schema schema, SortedMap<String, String> conversions) {

  public DeclaredSchema {
    conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
  }
}
