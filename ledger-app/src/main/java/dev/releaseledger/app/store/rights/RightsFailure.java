package dev.releaseledger.app.store.rights;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what an administrator has to do before the service can start. */
final class RightsFailure extends AbstractFailureAnalyzer<RightsException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, RightsException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "As an administrator of the server, in the ledger's database, run:\n\n  "
            + cause.remedy()
            + ";\n\ndocs/database.md has all that the roles need.",
        cause);
  }
}
