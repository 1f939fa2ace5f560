package dev.releaseledger.app.sealing;

import java.util.Optional;

/** How far the log is kept by others. */
public interface KeptElsewhere {

  /** The size of the last checkpoint that as many keep as the operator demands. */
  Optional<Long> size();
}
