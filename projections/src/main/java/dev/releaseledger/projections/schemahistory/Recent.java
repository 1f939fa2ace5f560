package dev.releaseledger.projections.schemahistory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that were asked for last; only for what never changes, so that it does not matter
 * whether a transaction came through.
 */
final class Recent<K, V> {

  private final Map<K, V> values;

  Recent(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  @Nullable V get(K key) {
    return values.get(key);
  }

  V put(K key, V value) {
    values.put(key, value);
    return value;
  }
}
