package dev.releaseledger.app.store;

import dev.releaseledger.domain.access.AccessEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.export.EvidenceEvent;
import dev.releaseledger.domain.log.LogEvent;
import dev.releaseledger.domain.notice.SubscriptionEvent;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.projections.EventName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ledger's event names and their classes, read off the sealed families. */
public final class EventTypes {

  private static final SortedMap<String, Class<?>> BY_NAME = collect();

  private EventTypes() {}

  /** Every event class by its name. */
  public static SortedMap<String, Class<?>> byName() {
    return BY_NAME;
  }

  private static SortedMap<String, Class<?>> collect() {
    SortedMap<String, Class<?>> names = new TreeMap<>();
    add(names, ProjectEvent.class);
    add(names, EnvironmentEvent.class);
    add(names, AccessEvent.class);
    add(names, SubscriptionEvent.class);
    add(names, EvidenceEvent.class);
    add(names, LogEvent.class);
    return Collections.unmodifiableSortedMap(names);
  }

  private static void add(Map<String, Class<?>> names, Class<?> type) {
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        add(names, permitted);
      }
      return;
    }
    Class<?> other = names.put(EventName.of(type), type);
    if (other != null && other != type) {
      throw new IllegalStateException("two events are named " + EventName.of(type));
    }
  }
}
