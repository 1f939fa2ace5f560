package dev.releaseledger.cli.api;

import java.util.OptionalLong;

/** Remembers how far the ledger had got with our last write, so that the next read can await it. */
public interface Positions {

  /** Returns the event position of the last write, when it is recent enough to matter. */
  OptionalLong last();

  /** Keeps the event position a write was answered with. */
  void remember(long position);
}
