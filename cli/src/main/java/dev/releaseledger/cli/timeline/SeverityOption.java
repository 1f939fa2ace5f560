package dev.releaseledger.cli.timeline;

/** How much an entry wants to be seen at least. */
enum SeverityOption {
  info,
  notice,
  warning,
  critical
}
