package dev.releaseledger.cli.evidence;

import picocli.CommandLine.Command;

/** The evidence commands. */
@Command(
    name = "evidence",
    description = "Evidence: what there is to show about releases.",
    subcommands = {
      CheckReadiness.class,
      ExportEvidence.class,
      VerifyEvidence.class,
      ShowCheckpoint.class,
      WriteTrust.class
    })
public final class EvidenceCommands {}
