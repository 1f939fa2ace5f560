package dev.releaseledger.cli.schema;

import picocli.CommandLine.Command;

/** The schema commands. */
@Command(
    name = "schema",
    description = "Schemas: what a database is, was, or should be.",
    subcommands = {ShowSchema.class, SchemaHistory.class, DiffSchemas.class, BlameSchema.class})
public final class SchemaCommands {}
