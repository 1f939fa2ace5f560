package dev.releaseledger.cli.session;

import java.util.EnumSet;
import java.util.Set;

/** Who reads the result: people, machines, or a tool of a certain kind. */
public enum OutputFormat {
  /** Text for people. */
  text,
  /** The service's JSON for machines. */
  json,
  /** A script for psql. */
  sql,
  /** Markdown for a comment on a pull request. */
  md,
  /** SARIF for code scanning. */
  sarif,
  /** Comma-separated values for a spreadsheet. */
  csv,
  /** A line of JSON for each entry. */
  jsonl,
  /** A diagram for Mermaid. */
  mermaid,
  /** A picture. */
  svg;

  /** The formats of a command that has no others. */
  static final Set<OutputFormat> COMMON = EnumSet.of(text, json);
}
