package dev.releaseledger.app.port;

/** Draws new identifiers: a prefix and a ULID, so that they sort by time. */
public interface Ids {

  /** A new identifier such as {@code rol_01J...}. */
  String next(String prefix);
}
