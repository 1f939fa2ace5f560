package dev.releaseledger.cli;

import dev.releaseledger.cli.access.AccessCommands;
import dev.releaseledger.cli.actor.ActorCommands;
import dev.releaseledger.cli.backup.BackupCommands;
import dev.releaseledger.cli.context.ContextCommands;
import dev.releaseledger.cli.delivery.DeliveryCommands;
import dev.releaseledger.cli.demo.Demo;
import dev.releaseledger.cli.drift.DriftCommands;
import dev.releaseledger.cli.environment.EnvironmentCommands;
import dev.releaseledger.cli.evidence.EvidenceCommands;
import dev.releaseledger.cli.group.GroupCommands;
import dev.releaseledger.cli.lint.Lint;
import dev.releaseledger.cli.log.LogCommands;
import dev.releaseledger.cli.login.Login;
import dev.releaseledger.cli.login.Logout;
import dev.releaseledger.cli.plan.Apply;
import dev.releaseledger.cli.plan.Plan;
import dev.releaseledger.cli.policy.PolicyCommands;
import dev.releaseledger.cli.project.ProjectCommands;
import dev.releaseledger.cli.release.ReleaseCommands;
import dev.releaseledger.cli.replay.Replay;
import dev.releaseledger.cli.rollout.RolloutCommands;
import dev.releaseledger.cli.schema.SchemaCommands;
import dev.releaseledger.cli.service.BuildVersion;
import dev.releaseledger.cli.service.GenerateCompletion;
import dev.releaseledger.cli.service.ProjectionCommands;
import dev.releaseledger.cli.service.Serve;
import dev.releaseledger.cli.service.Version;
import dev.releaseledger.cli.session.CommonOptions;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.Program;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.Surroundings;
import dev.releaseledger.cli.standards.StandardsCommands;
import dev.releaseledger.cli.subscription.SubscriptionCommands;
import dev.releaseledger.cli.text.TextCommands;
import dev.releaseledger.cli.timeline.Follow;
import dev.releaseledger.cli.timeline.Notices;
import dev.releaseledger.cli.timeline.Timeline;
import dev.releaseledger.cli.token.TokenCommands;
import dev.releaseledger.cli.token.WhoAmI;
import dev.releaseledger.cli.witness.WitnessCommands;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The ledgerctl program. */
@Command(
    name = "ledgerctl",
    description = "Plans, approves, applies and accounts for changes of database schemas.",
    versionProvider = BuildVersion.class,
    subcommands = {
      Serve.class,
      Demo.class,
      ContextCommands.class,
      ProjectCommands.class,
      EnvironmentCommands.class,
      PolicyCommands.class,
      Plan.class,
      Apply.class,
      Lint.class,
      StandardsCommands.class,
      RolloutCommands.class,
      BackupCommands.class,
      DriftCommands.class,
      ReleaseCommands.class,
      EvidenceCommands.class,
      LogCommands.class,
      Timeline.class,
      Replay.class,
      Notices.class,
      SchemaCommands.class,
      SubscriptionCommands.class,
      DeliveryCommands.class,
      TokenCommands.class,
      AccessCommands.class,
      GroupCommands.class,
      ActorCommands.class,
      TextCommands.class,
      Login.class,
      Logout.class,
      WhoAmI.class,
      ProjectionCommands.class,
      WitnessCommands.class,
      Version.class,
      GenerateCompletion.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or nothing to do",
      "1:an error",
      "2:changes are present (plan --detailed-exitcode, policy diff)",
      "3:drift",
      "4:refused, or lint or standards check found what must not be, or a release is not ready",
      "5:waiting for approval",
      "6:the plan is stale",
      "7:verification failed",
      "64:the command line is wrong",
      "69:the service or the database cannot be reached"
    })
public final class LedgerCtl implements Program {

  @Mixin private final CommonOptions options = new CommonOptions();

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  private final Surroundings surroundings;

  private LedgerCtl(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(LedgerCtl::stopped));
    System.exit(execute(Surroundings.ofProcess(), arguments));
  }

  /** Ctrl-C is how one stops following, and no error. */
  private static void stopped() {
    if (Follow.isUnderWay()) {
      Runtime.getRuntime().halt(ExitCode.DONE.code());
    }
  }

  /** Runs one command in the given surroundings and returns its exit code. */
  public static int execute(Surroundings surroundings, String... arguments) {
    boolean colour = surroundings.wantsColour() && !Arrays.asList(arguments).contains("--no-color");
    return commandLine(surroundings)
        .setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
        .execute(arguments);
  }

  /** Returns every command and option there is, as documentation is held to them. */
  public static CommandLine commandLine(Surroundings surroundings) {
    return new CommandLine(new LedgerCtl(surroundings))
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Problems());
  }

  @Override
  public Session open(CommandSpec command) {
    return new Session(this, options, surroundings, command);
  }

  @Override
  public int run(Surroundings others, String... arguments) {
    return execute(others, arguments);
  }
}
