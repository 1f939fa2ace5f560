package dev.releaseledger.projections;

import java.util.Optional;

/** The large things that events name by their digests. */
@FunctionalInterface
public interface Kept {

  /** The text of a digest, or nothing where it is not kept. */
  Optional<String> text(String digest);
}
