package dev.releaseledger.cli.project;

import picocli.CommandLine.Command;

/** The project commands. */
@Command(
    name = "project",
    description = "Projects: a repository of declared schemas, and its environments.",
    subcommands = {
      CreateProject.class,
      ListProjects.class,
      ShowProject.class,
      FreezeProject.class,
      UnfreezeProject.class
    })
public final class ProjectCommands {}
