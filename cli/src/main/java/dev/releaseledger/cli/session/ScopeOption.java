package dev.releaseledger.cli.session;

import dev.releaseledger.cli.api.Body;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where something holds; said with the command or everywhere, whatever the context says. */
public final class ScopeOption {

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = "Only in this project; never taken from the context.")
  private @Nullable String project;

  @Option(
      names = "--env",
      paramLabel = "ENV",
      description = "Only in this environment of the project.")
  private @Nullable String environment;

  /** Adds the scope to a request. */
  public Body in(Body body) {
    return body.with("project", project).with("environment", environment);
  }
}
