package dev.releaseledger.cli.service;

import picocli.CommandLine.Command;

/** The projection commands. */
@Command(
    name = "projection",
    description = "Projections: the views made from the events.",
    subcommands = {ListProjections.class, RebuildProjection.class})
public final class ProjectionCommands {}
