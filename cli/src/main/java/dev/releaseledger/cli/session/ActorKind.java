package dev.releaseledger.cli.session;

/** What an actor can be, as it is typed. */
public enum ActorKind {
  /** Somebody. */
  person,
  /** Something, such as a pipeline. */
  service
}
