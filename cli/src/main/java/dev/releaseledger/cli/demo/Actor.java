package dev.releaseledger.cli.demo;

/** Who acts in the story. */
enum Actor {
  /** Runs the service and asks for changes. */
  admin,
  /** Approves what others ask for. */
  grace
}
