package dev.releaseledger.evidence.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of others that has to agree with this one; tests that need it are skipped without. */
public record Tool(String name, Path folder) {

  /** What a run came to. */
  public record Outcome(int exit, String output) {}

  /** The tool, working in this folder; skips the test on a machine that does not have it. */
  public static Tool demand(String name, Path folder) {
    boolean found = false;
    for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      found |= !place.isEmpty() && Files.isExecutable(Path.of(place, name));
    }
    assumeTrue(found, name + " is not on the PATH");
    return new Tool(name, folder);
  }

  /** Puts a file into the folder. */
  public Tool with(String file, byte[] content) {
    try {
      Files.write(folder.resolve(file), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a text into the folder. */
  public Tool with(String file, String content) {
    return with(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Runs the tool, at most two minutes. */
  public Outcome run(String... arguments) {
    try {
      List<String> command = new ArrayList<>(List.of(name));
      command.addAll(List.of(arguments));
      Path log = Files.createTempFile(folder, "output", ".txt");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end");
      }
      return new Outcome(process.exitValue(), Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
