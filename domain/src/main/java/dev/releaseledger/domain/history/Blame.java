package dev.releaseledger.domain.history;

import dev.releaseledger.domain.schema.ObjectId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the version that last changed each part of an object, going back from the newest.
 *
 * @param <V> what stands for a version
 */
public final class Blame<V> {

  /** The parts still to be found: the names they have now, by those they had then. */
  private final SortedMap<ObjectId, ObjectId> wanted = new TreeMap<>();

  private final SortedMap<ObjectId, V> found = new TreeMap<>();

  /** Looks for these parts. */
  public Blame(Collection<ObjectId> parts) {
    parts.forEach(part -> wanted.put(part, part));
  }

  /**
   * What a version did to a part.
   *
   * @param former the name it had before, or null when it was the same
   */
  public record Trace(PartKind kind, ObjectId part, @Nullable ObjectId former) {}

  /** Goes back over one version, the next older one. */
  public void back(V version, List<Trace> traces) {
    SortedMap<ObjectId, ObjectId> earlier = new TreeMap<>();
    for (Trace trace : traces) {
      ObjectId now = trace.kind() == PartKind.REMOVED ? null : wanted.remove(trace.part());
      if (now != null && trace.kind() == PartKind.FOLLOWED) {
        earlier.put(trace.former() == null ? trace.part() : trace.former(), now);
      } else if (now != null) {
        found.put(now, version);
      }
    }
    wanted.putAll(earlier);
  }

  /** Whether there is nothing left to look for. */
  public boolean isDone() {
    return wanted.isEmpty();
  }

  /** The versions that were found, by the parts they changed last. */
  public SortedMap<ObjectId, V> found() {
    return Collections.unmodifiableSortedMap(found);
  }
}
