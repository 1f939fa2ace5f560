package dev.releaseledger.cli.session;

import dev.releaseledger.cli.api.LedgerApi;
import dev.releaseledger.cli.render.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** One run of one command: its settings, its screen, and the service it talks to. */
public final class Session {
  private final Program program;
  private final OutputFormat format;
  private final Surroundings surroundings;
  private final Settings settings;
  private final Screen screen;
  private final ContextFile contextFile;
  private final CommandSpec command;

  /** Opens a session; nothing is read or asked until a command needs it. */
  public Session(
      Program program, CommonOptions options, Surroundings surroundings, CommandSpec command) {
    this.program = program;
    this.surroundings = surroundings;
    this.command = command;
    this.format = options.format;
    this.contextFile = new ContextFile(surroundings.contextFile());
    this.settings = new Settings(options, surroundings, contextFile);
    this.screen =
        new Screen(
            surroundings,
            options.format,
            new Style(surroundings.wantsColour() && !options.noColour));
  }

  /** Returns the service. */
  public LedgerApi api() {
    String server = settings.server();
    if (!server.matches("https?://[^/].*")) {
      throw usage("the server '" + server + "' is no URL: it must start with http:// or https://");
    }
    return new LedgerApi(
        server, settings::token, new RememberedPositions(contextFile, server, surroundings));
  }

  /** Returns the program this command belongs to. */
  public Program program() {
    return program;
  }

  /** Returns who the result is for. */
  public OutputFormat format() {
    return format;
  }

  /** Returns what surrounds this run. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** Returns what was said by flags, variables and context. */
  public Settings settings() {
    return settings;
  }

  /** Returns where the context is kept. */
  public ContextFile contextFile() {
    return contextFile;
  }

  /** Returns where results and notes go. */
  public Screen screen() {
    return screen;
  }

  /** Returns the error that ends a command whose options do not make sense. */
  public ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
