package dev.releaseledger.cli.service;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.session.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Where the service's program is, as the launcher script says. */
public final class ServiceJar {

  private ServiceJar() {}

  /** Returns the command that starts the service, without options. */
  public static List<String> command(Surroundings surroundings) {
    String jar = surroundings.variable("LEDGER_APP_JAR");
    if (jar == null) {
      throw new LedgerProblem(
          Problem.of(
              "service-not-found",
              "invalid",
              "This program does not know where the service is",
              "LEDGER_APP_JAR does not name the service's jar file.",
              "Start it with the launcher script ./ledgerctl, which builds the service when it is"
                  + " missing, or set LEDGER_APP_JAR."));
    }
    String java =
        Objects.requireNonNullElse(
            surroundings.variable("LEDGER_JAVA"),
            Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the launcher does: on few cores the service answers sooner with the quick compiler.
    return List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar);
  }
}
