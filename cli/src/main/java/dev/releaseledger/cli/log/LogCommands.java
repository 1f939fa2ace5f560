package dev.releaseledger.cli.log;

import picocli.CommandLine.Command;

/** The commands about the log itself. */
@Command(
    name = "log",
    description = "The log: which keys sign it, and where it begins and ends.",
    subcommands = {ShowLog.class, RotateKey.class, RetireKey.class, FreezeLog.class})
public final class LogCommands {}
