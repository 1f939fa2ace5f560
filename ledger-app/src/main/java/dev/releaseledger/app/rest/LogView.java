package dev.releaseledger.app.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log as it is kept.
 *
 * @param size of the last checkpoint
 * @param root of the last checkpoint, in Base64
 * @param keys every key that ever signed it, the oldest first
 * @param frozen how it ended, or null
 * @param continues what it goes on from, or null
 */
record LogView(
    String origin,
    long size,
    String root,
    List<KeyView> keys,
    @Nullable FreezeView frozen,
    @Nullable ContinuedView continues) {

  LogView {
    keys = List.copyOf(keys);
  }

  /**
   * A key.
   *
   * @param state {@code signing}, or {@code retired}
   * @param firstSize of the smallest checkpoint that it signs
   * @param lastSize of the largest, where it is retired
   */
  record KeyView(String key, String state, long firstSize, @Nullable Long lastSize) {}

  /**
   * The end.
   *
   * @param size to which the log is to be believed
   * @param root at that size, in Base64
   */
  record FreezeView(long size, String root, boolean compromised) {}

  /** The end of another log. */
  record ContinuedView(String origin, long size, String root) {}
}
