package dev.releaseledger.app.port;

import dev.releaseledger.domain.policy.GateSettings.Window;
import dev.releaseledger.domain.policy.gate.Facts.Opening;
import java.time.Instant;

/** Tells whether a maintenance window is open. */
public interface MaintenanceWindows {

  /**
   * What a window is at a moment. Windows that overlap or touch are one, and what opens next is
   * what opens after it.
   *
   * @param window one that the calendar finds no mistakes in
   */
  Opening at(Window window, Instant now);
}
