package dev.releaseledger.cli.release;

import picocli.CommandLine.Command;

/** The release commands. */
@Command(
    name = "release",
    description = "Releases: which schema an environment is on, and was.",
    subcommands = {
      CurrentRelease.class,
      ListReleases.class,
      ShowRelease.class,
      PromoteRelease.class,
      RollBackRelease.class
    })
public final class ReleaseCommands {}
