package dev.releaseledger.projections;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that were asked for last; only for what never changes, so that it does not matter
 * whether a transaction came through. One thread at a time may use it.
 */
public final class Recent<K, V> {

  private final Map<K, V> values;

  /** Keeps at most so many. */
  public Recent(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The value of a key, or null when it is not kept. */
  public @Nullable V get(K key) {
    return values.get(key);
  }

  /** Keeps a value, and returns it. */
  public V put(K key, V value) {
    values.put(key, value);
    return value;
  }
}
