package dev.releaseledger.app.document;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** What came of reading a document in YAML: plain values only, each setting once. */
public sealed interface Yaml {

  /** It is YAML: maps, lists and plain values, or nothing at all. */
  record Read(@Nullable Object value) implements Yaml {}

  /** It is none, and where that shows. */
  record Mistaken(String mistake) implements Yaml {}

  /** More is no document that a person wrote. */
  int LONGEST = 100_000;

  /** Reads a text. */
  static Yaml read(String text) {
    if (text.length() > LONGEST) {
      return new Mistaken("it is longer than " + LONGEST + " characters");
    }
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    try {
      return new Read(
          new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).<@Nullable Object>load(text));
    } catch (MarkedYAMLException e) {
      String place =
          e.getProblemMark() == null
              ? ""
              : "line %d, column %d: "
                  .formatted(e.getProblemMark().getLine() + 1, e.getProblemMark().getColumn() + 1);
      return new Mistaken(place + e.getProblem());
    } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return new Mistaken(String.valueOf(e.getMessage()));
    }
  }
}
