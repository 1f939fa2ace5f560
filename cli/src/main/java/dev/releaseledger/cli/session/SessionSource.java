package dev.releaseledger.cli.session;

import picocli.CommandLine.Model.CommandSpec;

/** The root command, as its subcommands see it. */
public interface SessionSource {

  /** Opens the session of the command that runs. */
  Session open(CommandSpec command);
}
