package dev.releaseledger.cli.session;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options every command has. */
public final class CommonOptions {

  @Option(
      names = "--format",
      scope = ScopeType.INHERIT,
      paramLabel = "text|json",
      description = "Text for people (default) or JSON for machines; some commands have more.")
  OutputFormat format = OutputFormat.text;

  @Option(
      names = "--server",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "The service to ask (else LEDGER_SERVER, the context, the local service).")
  @Nullable String server;

  @Option(
      names = "--token",
      scope = ScopeType.INHERIT,
      paramLabel = "TOKEN",
      description = "Who you are (else LEDGER_TOKEN, the context, the local admin token).")
  @Nullable String token;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours (also with NO_COLOR, or when the output is no terminal).")
  boolean noColour;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
