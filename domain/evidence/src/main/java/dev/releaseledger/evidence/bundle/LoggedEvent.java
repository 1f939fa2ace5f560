package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.key.Sha256;
import java.util.List;

/**
 * An event as it is stored and logged.
 *
 * @param index of its leaf
 * @param leaf the exact bytes that were hashed
 * @param payload the exact bytes that are stored
 * @param metadata the exact bytes that are stored beside it
 * @param path from the leaf to the root of the checkpoint of the bundle
 */
public record LoggedEvent(
    long index, byte[] leaf, byte[] payload, byte[] metadata, List<Sha256> path) {

  /** Keeps a copy of the path. */
  public LoggedEvent {
    path = List.copyOf(path);
  }
}
