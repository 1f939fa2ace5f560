package dev.releaseledger.app.port;

import java.util.Optional;

/** Makes places out of what the operator has named. */
public interface AnchorPlaces {

  /** The place, where it is of a kind that this adapter knows. */
  Optional<AnchorPlace> of(AnchorEntry entry);
}
