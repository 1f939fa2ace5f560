package dev.releaseledger.cli.backup;

import picocli.CommandLine.Command;

/** The backup commands. */
@Command(
    name = "backup",
    description = "Backups of an environment's databases, as somebody recorded them.",
    subcommands = {RecordBackup.class, ListBackups.class})
public final class BackupCommands {}
