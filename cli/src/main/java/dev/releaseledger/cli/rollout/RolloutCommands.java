package dev.releaseledger.cli.rollout;

import picocli.CommandLine.Command;

/** The rollout commands. */
@Command(
    name = "rollout",
    description = "Rollouts: the life of one plan in one environment.",
    subcommands = {
      ListRollouts.class,
      ShowRollout.class,
      ApproveRollout.class,
      RejectRollout.class,
      DeferRollout.class,
      AbortRollout.class,
      ResumeRollout.class
    })
public final class RolloutCommands {}
