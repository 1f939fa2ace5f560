package dev.releaseledger.cli.environment;

import picocli.CommandLine.Command;

/** The env commands. */
@Command(
    name = "env",
    description = "Environments: the stages of a project, each with its databases.",
    subcommands = {
      CreateEnvironment.class,
      ListEnvironments.class,
      ShowEnvironment.class,
      BaselineEnvironment.class,
      FreezeEnvironment.class,
      UnfreezeEnvironment.class
    })
public final class EnvironmentCommands {}
