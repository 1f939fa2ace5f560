package dev.releaseledger.cli.rollout;

import picocli.CommandLine.Command;

/** The rollout commands. */
@Command(
    name = "rollout",
    description = "Rollouts: the life of one plan in one environment.",
    subcommands = {
      ListRollouts.class,
      ShowRollout.class,
      ShowRecord.class,
      WriteArtifacts.class,
      ApproveRollout.class,
      WithdrawApproval.class,
      RejectRollout.class,
      DeferRollout.class,
      CommentRollout.class,
      WaiveGate.class,
      LinkTicket.class,
      RecordTest.class,
      RecordNote.class,
      ScheduleRollout.class,
      UnscheduleRollout.class,
      AbortRollout.class,
      ResumeRollout.class,
      DeclareEmergency.class,
      ReviewEmergency.class,
      RecordBackfill.class
    })
public final class RolloutCommands {}
