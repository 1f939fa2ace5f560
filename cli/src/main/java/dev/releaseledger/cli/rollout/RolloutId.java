package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Resource;
import picocli.CommandLine.Parameters;

/** Names the rollout a command is about. */
final class RolloutId {

  @Parameters(paramLabel = "ROLLOUT", description = "The rollout's id, rol_...")
  private String id = "";

  String id() {
    return id;
  }

  Resource resource(String below) {
    return Resource.of("rollouts", id, below);
  }
}
