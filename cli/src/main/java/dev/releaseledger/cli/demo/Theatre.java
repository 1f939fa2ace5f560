package dev.releaseledger.cli.demo;

import dev.releaseledger.cli.service.ServiceJar;
import dev.releaseledger.cli.session.Program;
import dev.releaseledger.cli.session.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the demo builds for itself: a folder, a repository, a service; and takes away again. */
final class Theatre implements AutoCloseable {
  private final Surroundings surroundings;
  private final Path folder;
  private final ServiceProcess service;
  private final Thread stopOnInterrupt;
  private boolean leaveRunning;
  private boolean leaveFolder = true;

  private Theatre(Surroundings surroundings, Path folder, ServiceProcess service) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.service = service;
    this.stopOnInterrupt = new Thread(service::stop);
  }

  static Theatre open(Surroundings surroundings) {
    List<String> serviceCommand = ServiceJar.command(surroundings);
    try {
      Path folder = Files.createTempDirectory("ledger-demo-");
      SampleRepository.createIn(folder.resolve("shop"));
      ServiceProcess service =
          ServiceProcess.start(
              serviceCommand, folder.resolve("data"), folder.resolve("service.log"));
      Theatre theatre = new Theatre(surroundings, folder, service);
      Runtime.getRuntime().addShutdownHook(theatre.stopOnInterrupt);
      return theatre;
    } catch (IOException e) {
      throw new Deviation("no folder could be made", e);
    }
  }

  Stage stage(Program program) {
    print("The demo works in " + folder + ". Starting a service of its own ...\n");
    service.awaitHealth();
    print("The service answers at " + service.url() + ".\n");
    return new Stage(program, surroundings, folder, variables(), databases());
  }

  Path folder() {
    return folder;
  }

  ServiceProcess service() {
    return service;
  }

  /** Notes that the story went well, so that nothing is left behind unless it is wanted. */
  void done(boolean keep) {
    leaveRunning = keep;
    leaveFolder = keep;
  }

  @Override
  public void close() {
    boolean unused = Runtime.getRuntime().removeShutdownHook(stopOnInterrupt);
    if (!leaveRunning) {
      service.stop();
    }
    if (!leaveFolder) {
      deleteFolder();
    } else if (!leaveRunning) {
      print("\nEverything the demo did is still in " + folder + ".\n");
    }
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(surroundings.variables());
    variables.keySet().removeIf(name -> name.startsWith("LEDGER_"));
    variables.put("LEDGER_SERVER", service.url());
    variables.put("LEDGER_DATA", folder.resolve("data").toString());
    variables.put("LEDGER_CONFIG", folder.resolve("context.json").toString());
    return variables;
  }

  private EmbeddedDatabases databases() {
    return new EmbeddedDatabases(folder.resolve("data").resolve("embedded.properties"));
  }

  private void deleteFolder() {
    try {
      delete(folder);
    } catch (IOException e) {
      print("\n" + folder + " could not be deleted: " + e.getMessage() + "\n");
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void print(String text) {
    surroundings.out().print(text);
    surroundings.out().flush();
  }
}
