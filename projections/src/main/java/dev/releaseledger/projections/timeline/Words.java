package dev.releaseledger.projections.timeline;

import java.util.Collection;
import java.util.Map;

/**
 * Says in words what happened. The timeline asks for it when it is read: what people have written
 * stands in the ledger alone, and not a second time in a view.
 */
@FunctionalInterface
public interface Words {

  /** The sentences of the events at these positions, to be read after the actor's name. */
  Map<Long, String> at(Collection<Long> positions);
}
