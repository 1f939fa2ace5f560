package dev.releaseledger.cli.policy;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TextFile;
import picocli.CommandLine.Parameters;

/** Names the policy a command is about, a document on the caller's disk. */
final class PolicyFile {

  @Parameters(paramLabel = "FILE", description = "The policy, a YAML document.")
  private String file = "";

  /** Returns the document as it is sent, or ends the command when it cannot be read. */
  Body body(Session session) {
    return Body.empty().with("document", TextFile.policy(session, file));
  }
}
