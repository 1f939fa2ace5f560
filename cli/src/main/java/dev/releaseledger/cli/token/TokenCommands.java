package dev.releaseledger.cli.token;

import picocli.CommandLine.Command;

/** The token commands. */
@Command(
    name = "token",
    description = "Tokens: who may do what.",
    subcommands = {CreateToken.class, ListTokens.class, RevokeToken.class})
public final class TokenCommands {}
