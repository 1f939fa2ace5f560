package dev.releaseledger.domain.history;

/** What a release made of an object as a whole. */
public enum VersionKind {
  ADDED,
  CHANGED,
  RENAMED,
  REMOVED
}
