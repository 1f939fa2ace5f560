package dev.releaseledger.cli.session;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Names the project a command is about. */
public final class ProjectOption {

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = "The project (else LEDGER_PROJECT, the context).")
  private @Nullable String project;

  /** Returns the project, or ends the command when nothing names one. */
  public String in(Session session) {
    String named = ifNamed(session);
    if (named == null) {
      throw session.usage(
          "no project: give --project PROJECT, or set one with `ledgerctl context set --project"
              + " PROJECT`");
    }
    return named;
  }

  /** Returns the project, or null when nothing names one. */
  public @Nullable String ifNamed(Session session) {
    return session.settings().project(project);
  }
}
