package dev.releaseledger.cli.policy;

import picocli.CommandLine.Command;

/** The policy commands. */
@Command(
    name = "policy",
    description = "Policies: what an environment lets pass, and who has to agree.",
    subcommands = {ShowPolicy.class, SetPolicy.class, DiffPolicy.class})
public final class PolicyCommands {}
