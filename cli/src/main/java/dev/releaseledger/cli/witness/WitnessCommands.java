package dev.releaseledger.cli.witness;

import picocli.CommandLine.Command;

/** The witness commands. */
@Command(
    name = "witness",
    description = "A witness that watches that the logs of ledgers only grow.",
    subcommands = {ServeWitness.class, ShowWitness.class})
public final class WitnessCommands {}
