package dev.releaseledger.cli.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with the real launcher script, a build that only counts, and a Java that only repeats.
 */
record ToyProject(Path root) {

  /** How a run of the script ended. */
  record Run(int exitCode, List<String> output, String errors) {}

  static ToyProject in(Path root) throws IOException {
    ToyProject project = new ToyProject(root);
    Path script = root.resolve("ledgerctl");
    Files.copy(Path.of("..", "ledgerctl"), script);
    permitAll(script);
    for (String file : List.of("pom.xml", "cli/pom.xml", "ledger-app/pom.xml")) {
      project.write(file, "<project/>");
    }
    project.write("cli/src/main/java/A.java", "class A {}");
    project.executable(
        "mvnw",
        """
        echo built >> builds
        sleep 0.3
        if [ -e broken ]; then echo 'A.java:1: error: no'; exit 1; fi
        mkdir -p cli/target ledger-app/target
        touch cli/target/ledgerctl.jar
        touch ledger-app/target/ledger-app-0.1.0-SNAPSHOT.jar
        touch ledger-app/target/ledger-app-0.1.0-SNAPSHOT-exec.jar
        """);
    project.jdk("jdk", 25);
    return project;
  }

  /** A Java that prints its process id and then its arguments, one a line. */
  void jdk(String name, int version) throws IOException {
    executable(name + "/bin/java", "printf '%s\\n' $$ \"$@\"\n");
    executable(name + "/bin/javac", "");
    write(name + "/release", "JAVA_VERSION=\"" + version + ".0.1\"\n");
  }

  Path write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    return Files.writeString(path, text);
  }

  private void executable(String file, String body) throws IOException {
    permitAll(write(file, "#!/bin/sh\n" + body));
  }

  private static void permitAll(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  long builds() throws IOException {
    Path counted = root.resolve("builds");
    return Files.exists(counted) ? Files.readAllLines(counted).size() : 0;
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return start("ledgerctl", "jdk", arguments).finish();
  }

  /** Starts the script, or a link to it, with one of the folder's JDKs. */
  Started start(String script, String jdk, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(root.resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LEDGER_JAVA_HOME", root.resolve(jdk).toString());
    builder.environment().remove("LEDGER_JAVA_OPTS");
    builder.directory(new File("/"));
    Path errors = Files.createTempFile(root, "errors", "");
    builder.redirectError(errors.toFile());
    return new Started(builder.start(), errors);
  }

  /** A run that is not over yet. */
  record Started(Process process, Path errors) {

    Run finish() throws IOException, InterruptedException {
      List<String> output = process.inputReader().lines().toList();
      return new Run(process.waitFor(), output, Files.readString(errors));
    }
  }
}
