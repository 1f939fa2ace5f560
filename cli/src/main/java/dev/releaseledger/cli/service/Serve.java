package dev.releaseledger.cli.service;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Run the service in the foreground. */
@Command(name = "serve", description = "Run the service in the foreground.")
public final class Serve extends LedgerCommand {
  @Option(names = "--port", paramLabel = "PORT", description = "Where to listen (default 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the service keeps its data, its database and its admin token.")
  private @Nullable Path data;

  @Parameters(
      arity = "0..*",
      paramLabel = "ARGUMENT",
      description = "Passed on to the service as it is; give them after --.")
  private List<String> more = new ArrayList<>();

  @Override
  protected ExitCode run(Session session) {
    List<String> command = new ArrayList<>(ServiceJar.command(session.surroundings()));
    if (port != null) {
      command.addAll(List.of("--port", port.toString()));
    }
    if (data != null) {
      Path folder = session.surroundings().workingDirectory().resolve(data);
      command.addAll(List.of("--data", folder.toString()));
    }
    command.addAll(more);
    return inForeground(command);
  }

  private static ExitCode inForeground(List<String> command) {
    try {
      Process service = new ProcessBuilder(command).inheritIO().start();
      // Whoever stops this program means the service.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service)));
      return service.waitFor() == 0 ? ExitCode.DONE : ExitCode.ERROR;
    } catch (IOException e) {
      throw new LedgerProblem(
          Problem.of(
              "service-not-started",
              "fault",
              "The service could not be started",
              String.join(" ", command) + ": " + e.getMessage(),
              "Check LEDGER_JAVA and LEDGER_APP_JAR."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.ERROR;
    }
  }

  private static void stop(Process service) {
    service.destroy();
    try {
      int unused = service.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
