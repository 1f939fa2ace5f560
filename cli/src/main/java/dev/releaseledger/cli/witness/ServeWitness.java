package dev.releaseledger.cli.witness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.render.WitnessPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.note.Witness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Run a witness in the foreground. */
@Command(
    name = "serve",
    description = "Run a witness in the foreground: cosign checkpoints that go on from the last.")
final class ServeWitness extends LedgerCommand {

  @Mixin private final WitnessFolderOption data = new WitnessFolderOption();

  @Option(
      names = "--logs",
      required = true,
      paramLabel = "FILE",
      description = "The keys of the logs to watch, as a C2SP tlog-policy.")
  private String logs = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the witness is called; needed once, when its key is drawn.")
  private @Nullable String name;

  @Option(names = "--bind", paramLabel = "ADDRESS", description = "Where to listen (127.0.0.1).")
  private String bind = "127.0.0.1";

  @Option(names = "--port", paramLabel = "PORT", description = "On which port (8090); 0 is any.")
  private int port = 8090;

  @Override
  protected ExitCode run(Session session) {
    Map<String, List<VerifierKey>> watched = WatchedLogs.read(session, logs);
    WitnessFolder folder = data.of(session);
    folder.make(name);
    try (WitnessLock lock = WitnessLock.take(folder)) {
      folder.drawKeyIfNew(name);
      SignerKey key = folder.readKey();
      requireName(key);
      Cosigning cosigning =
          new Cosigning(
              new Witness(key, watched),
              folder,
              folder.stateOf(key),
              session.surroundings().clock(),
              session.screen());
      return serve(session, key, watched, cosigning);
    }
  }

  private ExitCode serve(
      Session session, SignerKey key, Map<String, List<VerifierKey>> watched, Cosigning cosigning) {
    CountDownLatch stopped = new CountDownLatch(1);
    try (WitnessEndpoints endpoints =
        WitnessEndpoints.start(cosigning, new InetSocketAddress(bind, port))) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(endpoints)));
      ObjectNode answer = Json.object();
      answer
          .put("url", "http://" + bind + ":" + endpoints.address().getPort())
          .put("key", key.verifier().text());
      watched.keySet().forEach(answer.putArray("logs")::add);
      session.screen().show(answer, WitnessPage::serving);
      stopped.await();
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new LedgerProblem(
          Problem.of(
              "witness-not-started",
              "fault",
              "The witness could not be started",
              "It cannot listen on " + bind + ":" + port + ": " + e.getMessage() + ".",
              "Choose another --port, or an address of this machine with --bind."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.ERROR;
    }
  }

  /** Being stopped is how a witness ends, and no error. */
  private static void stop(WitnessEndpoints endpoints) {
    endpoints.close();
    Runtime.getRuntime().halt(ExitCode.DONE.code());
  }

  private void requireName(SignerKey key) {
    if (name != null && !name.equals(key.name())) {
      throw WitnessFolder.unusable(
          "the witness in this folder is called " + key.name(),
          "Leave --name away, or give another witness a folder of its own.");
    }
  }
}
