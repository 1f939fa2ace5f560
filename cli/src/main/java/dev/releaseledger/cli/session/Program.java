package dev.releaseledger.cli.session;

import picocli.CommandLine.Model.CommandSpec;

/** The root command, as its subcommands see it. */
public interface Program {

  /** Opens the session of the command that runs. */
  Session open(CommandSpec command);

  /** Runs another command line, in surroundings of its own, and returns its exit code. */
  int run(Surroundings surroundings, String... arguments);
}
