package dev.releaseledger.app.store;

import dev.releaseledger.evidence.key.Sha256;

/** Where a free text goes when the event that has it is stored. */
@FunctionalInterface
interface TextKeeping {

  /** Keeps a text that an actor has recorded; answers with what the event says of it. */
  Sha256 keep(String text, String actor);
}
