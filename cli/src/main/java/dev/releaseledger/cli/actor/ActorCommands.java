package dev.releaseledger.cli.actor;

import picocli.CommandLine.Command;

/** The actor commands. */
@Command(
    name = "actor",
    description = "Actors: the people and services that act.",
    subcommands = {ListActors.class, SetActor.class, EraseActor.class})
public final class ActorCommands {}
