package dev.releaseledger.cli.standards;

import picocli.CommandLine.Command;

/** The standards commands. */
@Command(
    name = "standards",
    description = "Standards: what a project holds its schema to.",
    subcommands = {CheckStandards.class})
public final class StandardsCommands {}
