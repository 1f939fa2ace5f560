package dev.releaseledger.app.port;

import dev.releaseledger.domain.plan.Rename;
import dev.releaseledger.domain.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a commit declares.
 *
 * @param conversions the declared expressions for type changes that no cast does by itself
 * @param renames the declared renames, whether they are done or not
 */
public record DeclaredSchema(
    Schema schema, SortedMap<String, String> conversions, List<Rename> renames) {

  public DeclaredSchema {
    conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
    renames = List.copyOf(renames);
  }
}
