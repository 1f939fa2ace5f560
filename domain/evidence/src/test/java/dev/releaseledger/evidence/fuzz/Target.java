package dev.releaseledger.evidence.fuzz;

import java.util.List;
import java.util.function.Consumer;

/**
 * A parser to be fuzzed.
 *
 * @param name which
 * @param seeds inputs that it takes
 * @param judge reads an input, and throws where that breaks a promise
 */
public record Target(String name, List<byte[]> seeds, Consumer<byte[]> judge) {

  /** Keeps a copy. */
  public Target {
    seeds = List.copyOf(seeds);
  }

  /** Whether each input is a whole verification, which takes a thousand times as long. */
  boolean isWhole() {
    return name.endsWith("-bundle");
  }

  @Override
  public String toString() {
    return name;
  }
}
