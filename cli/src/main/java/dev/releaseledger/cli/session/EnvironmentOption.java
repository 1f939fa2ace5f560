package dev.releaseledger.cli.session;

import dev.releaseledger.cli.api.Resource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the project and the environment a command is about. */
public final class EnvironmentOption {

  @Mixin private final ProjectOption project = new ProjectOption();

  @Option(
      names = "--env",
      paramLabel = "ENV",
      description = "The environment (else LEDGER_ENV, the context).")
  private @Nullable String environment;

  /** Returns the project, or ends the command when nothing names one. */
  public String project(Session session) {
    return project.in(session);
  }

  /** Returns the project, or null when nothing names one. */
  public @Nullable String projectIfNamed(Session session) {
    return project.ifNamed(session);
  }

  /** Returns the environment, or ends the command when nothing names one. */
  public String environment(Session session) {
    String named = environmentIfNamed(session);
    if (named == null) {
      throw session.usage(
          "no environment: give --env ENV, or set one with `ledgerctl context set --env ENV`");
    }
    return named;
  }

  /** Returns the environment, or null when nothing names one. */
  public @Nullable String environmentIfNamed(Session session) {
    return session.settings().environment(environment);
  }

  /** Returns the environment's resource, or that of something below it. */
  public Resource resource(Session session, String... below) {
    return Resource.environment(project(session), environment(session), below);
  }
}
