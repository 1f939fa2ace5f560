package dev.releaseledger.cli.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds one run of ledgerctl; a test or the demo gives another one than the process.
 *
 * @param variables the environment variables
 * @param home the user's home folder
 * @param workingDirectory what relative paths are relative to
 * @param out where results go
 * @param err where everything else goes
 * @param outIsTerminal whether a person sees {@code out} directly
 * @param errIsTerminal whether a person sees {@code err} directly
 * @param clock tells the time
 */
public record Surroundings(
    Map<String, String> variables,
    Path home,
    Path workingDirectory,
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    InstantSource clock) {

  /** Returns the surroundings of this process. */
  public static Surroundings ofProcess() {
    boolean outIsTerminal = Terminal.isTerminal(1);
    return new Surroundings(
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        Path.of("").toAbsolutePath(),
        // A terminal says how it reads; a file or a program gets what the documents promise, also
        // where a schedule or a build server has set no language.
        outIsTerminal
            ? new PrintWriter(System.out, true)
            : new PrintWriter(System.out, true, UTF_8),
        new PrintWriter(System.err, true),
        outIsTerminal,
        Terminal.isTerminal(2),
        InstantSource.system());
  }

  /** Returns an environment variable; an empty one counts as absent. */
  public @Nullable String variable(String name) {
    String value = variables.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /** Returns where the context is kept. */
  public Path contextFile() {
    String file = variable("LEDGER_CONFIG");
    return file != null
        ? workingDirectory.resolve(file)
        : xdg("XDG_CONFIG_HOME", ".config").resolve("context.json");
  }

  /** Returns the data folder of a service on this machine. */
  public Path dataDirectory() {
    String directory = variable("LEDGER_DATA");
    return directory != null
        ? workingDirectory.resolve(directory)
        : xdg("XDG_DATA_HOME", ".local/share");
  }

  /** Returns whether text for people may carry colours. */
  public boolean wantsColour() {
    return outIsTerminal && variable("NO_COLOR") == null && !"dumb".equals(variable("TERM"));
  }

  private Path xdg(String variable, String fallback) {
    String base = variable(variable);
    return (base != null ? Path.of(base) : home.resolve(fallback)).resolve("release-ledger");
  }
}
