package dev.releaseledger.cli.demo;

import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells the whole story, and fails when it does not go the way it is told. */
@Command(
    name = "demo",
    description = "Tell the whole story on a service, databases and a repository of its own.")
public final class Demo extends LedgerCommand {

  @Option(
      names = "--keep",
      description = "Leave the service running and the folder in place, to look around.")
  private boolean keep;

  @Override
  protected ExitCode run(Session session) {
    try (Theatre theatre = Theatre.open(session.surroundings())) {
      Stage stage = theatre.stage(session.program());
      Story.scenes().forEach(scene -> scene.playOn(stage));
      stage.title("Look around");
      Epilogue.say(stage, theatre, keep);
      theatre.done(keep);
      return ExitCode.DONE;
    } catch (Deviation deviation) {
      session.screen().note("\nThe demo did not go as it is told: " + deviation.getMessage());
      return ExitCode.ERROR;
    }
  }
}
