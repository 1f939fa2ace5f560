package dev.releaseledger.domain.history;

/** What a release made of an object or of one part of it. */
public enum PartKind {
  ADDED,
  CHANGED,
  RENAMED,
  /** It is the same as before; only names that are renamed elsewhere read otherwise in it. */
  FOLLOWED,
  REMOVED
}
