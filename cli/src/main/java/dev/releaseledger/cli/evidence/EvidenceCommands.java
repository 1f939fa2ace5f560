package dev.releaseledger.cli.evidence;

import picocli.CommandLine.Command;

/** The evidence commands. */
@Command(
    name = "evidence",
    description = "Evidence: what there is to show about releases.",
    subcommands = {CheckReadiness.class, VerifyEvidence.class})
public final class EvidenceCommands {}
