package dev.releaseledger.projections;

import java.util.List;

/** A projector that is faster where it knows what comes, because it fetches what it will need. */
public interface Foresighted {

  /** Says which events come next; they come all the same. */
  void expect(List<?> events);
}
