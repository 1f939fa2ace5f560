package dev.releaseledger.cli.session;

import picocli.CommandLine.Option;

/** Says what asks for an apply. */
public final class TriggerOption {

  @Option(
      names = "--trigger",
      paramLabel = "manual|pipeline|deploy",
      description = "What asked for it (default ${DEFAULT-VALUE}).")
  private Trigger trigger = Trigger.manual;

  /** Returns the word for it. */
  public String word() {
    return trigger.name();
  }

  private enum Trigger {
    manual,
    pipeline,
    deploy
  }
}
