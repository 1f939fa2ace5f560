package dev.releaseledger.app.port;

import java.util.List;

/** Whether the ledger's database keeps the service from changing what it has recorded. */
public interface AppendOnly {

  /** Whether it does, as was found when the service started. */
  boolean held();

  /** By what the service could change it, as of now, each a sentence; empty means by nothing. */
  List<String> gaps();
}
