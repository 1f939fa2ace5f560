package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.policy.Refusal;
import java.util.List;

/** Why the service does nothing to the log. */
public sealed interface LogKeepingRefusal extends Refusal {

  /** A key that is to sign, and that the service does not have. */
  record LogKeyMissing(String file, String why) implements LogKeepingRefusal {
    @Override
    public String slug() {
      return "log-key-missing";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The log cannot be signed with that key: %s %s.".formatted(file, why);
    }

    @Override
    public String remedy() {
      return "Put the key (Ed25519, PKCS#8 in PEM) into this file for every instance of the"
          + " service, readable by it alone, and name it again with --key.";
    }
  }

  /** Statements run whose outcome could not be recorded any more. */
  record AppliesRunning(List<String> rollouts) implements LogKeepingRefusal {
    public AppliesRunning {
      rollouts = List.copyOf(rollouts);
    }

    @Override
    public String slug() {
      return "applies-running";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The log cannot be frozen while something is applied (%s): what comes of it could not"
              .formatted(String.join(", ", rollouts))
          + " be recorded.";
    }

    @Override
    public String remedy() {
      return "Wait until it has ended; freeze projects to keep others from starting.";
    }
  }
}
