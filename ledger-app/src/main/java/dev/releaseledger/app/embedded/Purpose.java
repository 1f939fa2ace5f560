package dev.releaseledger.app.embedded;

/** What an embedded server is for. */
enum Purpose {
  /** Keeps what it is given, over restarts and power cuts. */
  KEEPING,
  /** Holds what is thrown away: made anew at every start, and never waits for the disk. */
  SCRATCH
}
