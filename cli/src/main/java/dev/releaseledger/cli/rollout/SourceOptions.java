package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Body;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a decision was made and is written down. */
final class SourceOptions {

  @Option(
      names = "--reference",
      paramLabel = "REFERENCE",
      description = "Where the decision is written down, such as a pull request.")
  private @Nullable String reference;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "Where it was made, such as a meeting or a chat.")
  private @Nullable String channel;

  /** Adds what is known of it. */
  Body in(Body body) {
    return body.with("reference", reference).with("channel", channel);
  }
}
