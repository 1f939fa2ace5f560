package dev.releaseledger.app.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.NullUnmarked;

/**
 * Keeps the aggregates that were used last, so that a command does not read a whole stream again.
 *
 * <p>Entries are held firmly: a cache of weak references forgets everything at each collection.
 */
@NullUnmarked
final class RecentAggregates implements Cache {

  private static final int MOST = 500;
  private static final long LOOK_NANOS = 1_000_000_000;

  private final LongSupplier lastErasure;
  private long erasedAt;
  private long lookedAt = System.nanoTime() - LOOK_NANOS;

  private final CopyOnWriteArrayList<EntryListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<Object, Object> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param lastErasure the position of the event by which texts were erased last: what another
   *     instance has erased must not be recorded once more by this one
   */
  RecentAggregates(LongSupplier lastErasure) {
    this.lastErasure = lastErasure;
  }

  private void forgetWhatIsErased() {
    if (System.nanoTime() - lookedAt >= LOOK_NANOS) {
      lookedAt = System.nanoTime();
      long last = lastErasure.getAsLong();
      if (last != erasedAt) {
        erasedAt = last;
        clear();
      }
    }
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public synchronized <K, V> V get(K key) {
    forgetWhatIsErased();
    V value = (V) entries.get(key);
    if (value != null) {
      listeners.forEach(listener -> listener.onEntryRead(key, value));
    }
    return value;
  }

  @Override
  public synchronized void put(Object key, Object value) {
    Object before = entries.put(key, value);
    if (before == null) {
      listeners.forEach(listener -> listener.onEntryCreated(key, value));
    } else {
      listeners.forEach(listener -> listener.onEntryUpdated(key, value));
    }
  }

  @Override
  public synchronized boolean putIfAbsent(Object key, Object value) {
    if (entries.containsKey(key)) {
      return false;
    }
    put(key, value);
    return true;
  }

  @Override
  public synchronized boolean remove(Object key) {
    boolean removed = entries.remove(key) != null;
    if (removed) {
      listeners.forEach(listener -> listener.onEntryRemoved(key));
    }
    return removed;
  }

  /** Forgets them all: each is read anew when it is asked for. */
  synchronized void clear() {
    List.copyOf(entries.keySet()).forEach(this::remove);
  }

  @Override
  public synchronized boolean containsKey(Object key) {
    return entries.containsKey(key);
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
