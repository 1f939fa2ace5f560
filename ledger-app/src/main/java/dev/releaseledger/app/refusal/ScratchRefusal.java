package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.policy.Refusal;
import java.util.Map;

/** What the scratch server cannot do, so that nothing can be planned on it. */
public sealed interface ScratchRefusal extends Refusal {

  /** An extension, or a version of it, that is not installed on the scratch server. */
  record MissingExtension(String extension, String where, String message)
      implements ScratchRefusal {
    @Override
    public String slug() {
      return "missing-extension";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s: the scratch server does not have the extension %s: %s."
          .formatted(where, extension, message);
    }

    @Override
    public String remedy() {
      return "Name a server that has it, of the target's major version, with LEDGER_SCRATCH_URL,"
          + " and start the service again.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("extension", extension);
    }
  }

  /** A statement that the role of the scratch server may not execute. */
  record NeedsPrivilege(String where, String message) implements ScratchRefusal {
    @Override
    public String slug() {
      return "needs-privilege";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s: the role on the scratch server is no superuser and may not do this: %s."
          .formatted(where, message);
    }

    @Override
    public String remedy() {
      return "Take the statement out of the declaration, or name a scratch server whose role may"
          + " execute it with LEDGER_SCRATCH_URL.";
    }
  }
}
