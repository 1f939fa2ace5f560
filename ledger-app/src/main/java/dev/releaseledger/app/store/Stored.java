package dev.releaseledger.app.store;

/** A row of the table of events. */
@SuppressWarnings("ArrayRecordComponent")
record Stored(long position, String name, byte[] payload) {

  /** Whether it has to be looked at: most events have no free text at all. */
  boolean isSalted() {
    Class<?> event = EventTypes.byName().get(name);
    return event != null && !FreeTextFields.of(event).isEmpty() && SaltedText.isIn(payload);
  }
}
