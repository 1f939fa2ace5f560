package dev.releaseledger.cli.access;

import picocli.CommandLine.Command;

/** The commands about grants. */
@Command(
    name = "access",
    description = "Grants: who has which role, and where.",
    subcommands = {ListAccess.class, GrantRole.class, RevokeRole.class})
public final class AccessCommands {}
