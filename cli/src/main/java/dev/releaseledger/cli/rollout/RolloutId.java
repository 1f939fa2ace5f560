package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.RolloutPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Parameters;

/** Names the rollout a command is about. */
final class RolloutId {

  @Parameters(index = "0", paramLabel = "ROLLOUT", description = "The rollout's id, rol_...")
  private String id = "";

  String id() {
    return id;
  }

  Resource resource(String below) {
    return Resource.of("rollouts", id, below);
  }

  /** Puts something on record about the rollout, and shows where it stands then. */
  ExitCode record(Session session, String what, Body said) {
    JsonNode rollout = session.api().post(resource(what), said);
    session.screen().show(rollout, RolloutPage::standing);
    return ExitCode.DONE;
  }
}
