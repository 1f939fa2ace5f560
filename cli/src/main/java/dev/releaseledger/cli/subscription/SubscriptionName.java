package dev.releaseledger.cli.subscription;

import dev.releaseledger.cli.api.Resource;
import picocli.CommandLine.Parameters;

/** Which subscription a command is about. */
final class SubscriptionName {

  @Parameters(paramLabel = "SUBSCRIPTION", description = "Its name or id.")
  private String name = "";

  /** Where the service has it, or something below it. */
  Resource resource(String... below) {
    return new Resource(Resource.of("subscriptions", name).path() + Resource.of(below).path());
  }

  @Override
  public String toString() {
    return name;
  }
}
