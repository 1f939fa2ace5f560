package dev.releaseledger.cli.drift;

import picocli.CommandLine.Command;

/** The drift commands. */
@Command(
    name = "drift",
    description = "Drift: whether a database still is what its release says.",
    subcommands = {CheckDrift.class, ShowDrift.class})
public final class DriftCommands {}
