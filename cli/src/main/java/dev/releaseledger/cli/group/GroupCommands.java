package dev.releaseledger.cli.group;

import picocli.CommandLine.Command;

/** The group commands. */
@Command(
    name = "group",
    description = "Groups: actors that are granted something together.",
    subcommands = {ListGroups.class, AddMember.class, RemoveMember.class})
public final class GroupCommands {}
