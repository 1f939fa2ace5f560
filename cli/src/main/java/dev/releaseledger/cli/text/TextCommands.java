package dev.releaseledger.cli.text;

import picocli.CommandLine.Command;

/** The text commands. */
@Command(
    name = "text",
    description = "Texts that people wrote, which are kept beside the events.",
    subcommands = {EraseText.class})
public final class TextCommands {}
