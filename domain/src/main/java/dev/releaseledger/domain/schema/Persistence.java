package dev.releaseledger.domain.schema;

/** Whether a sequence survives a crash. */
public enum Persistence {
  LOGGED,
  UNLOGGED
}
