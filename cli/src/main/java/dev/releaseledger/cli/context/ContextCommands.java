package dev.releaseledger.cli.context;

import picocli.CommandLine.Command;

/** The context commands. */
@Command(
    name = "context",
    description = "The context: what other commands may leave unsaid.",
    subcommands = {SetContext.class, ShowContext.class, ClearContext.class})
public final class ContextCommands {}
