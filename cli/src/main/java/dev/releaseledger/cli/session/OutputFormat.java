package dev.releaseledger.cli.session;

/** Who reads the result: people or machines. */
public enum OutputFormat {
  /** Text for people. */
  text,
  /** The service's JSON for machines. */
  json
}
