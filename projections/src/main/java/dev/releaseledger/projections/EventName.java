package dev.releaseledger.projections;

import java.util.Locale;

/** The name an event has in the ledger and on every page: {@code plan-approved}. */
public final class EventName {

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
          return event.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        }
      };

  private EventName() {}

  /** The ledger's name of an event class. */
  public static String of(Class<?> event) {
    return NAMES.get(event);
  }
}
