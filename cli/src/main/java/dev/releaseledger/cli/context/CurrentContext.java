package dev.releaseledger.cli.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.session.Session;

/** What would hold for the next command, of flags, variables and context together. */
final class CurrentContext {

  private CurrentContext() {}

  static ObjectNode of(Session session) {
    return Json.object()
        .put("server", session.settings().server())
        .put("token", session.settings().hasToken())
        .put("project", session.settings().project(null))
        .put("env", session.settings().environment(null))
        .put("file", session.contextFile().path().toString());
  }
}
