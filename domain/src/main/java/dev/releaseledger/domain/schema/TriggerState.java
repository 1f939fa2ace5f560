package dev.releaseledger.domain.schema;

/** When a trigger fires, which depends on the session's replication role. */
public enum TriggerState {
  ENABLED,
  DISABLED,
  REPLICA,
  ALWAYS
}
