package dev.releaseledger.domain.schema;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An object that one statement makes, such as an aggregate or a publication.
 *
 * @param definition the statement, without the options
 * @param options what the server changes in place, each by its name
 * @param signature what a replacement has to keep, or null when there is no replacing it in place
 * @param parent what it goes with, or null when it stands for itself
 */
public record Defined(
    ObjectId id,
    String definition,
    SortedMap<String, String> options,
    @Nullable String signature,
    @Nullable ObjectId parent,
    @Nullable String comment)
    implements SchemaObject {

  public Defined {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  @Override
  public Defined commented(@Nullable String text) {
    return new Defined(id, definition, options, signature, parent, text);
  }
}
