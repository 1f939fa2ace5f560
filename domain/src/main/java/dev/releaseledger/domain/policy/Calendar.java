package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.policy.GateSettings.Window;
import java.util.List;

/** Knows calendars: what a maintenance window may say. */
public interface Calendar {

  /** What is wrong with a window: the name of each setting and what it has to be. */
  List<String> mistakes(Window window);
}
