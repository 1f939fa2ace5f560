package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.secret.FoundSecret;
import java.util.List;
import java.util.Map;

/** Why a text that carries a secret goes no further; the secret itself is never repeated. */
public sealed interface SecretRefusal extends Refusal {

  /** The file and the lines, with what seems to be there. */
  List<String> places();

  @Override
  default Category category() {
    return Category.REFUSED;
  }

  @Override
  default Map<String, Object> extras() {
    return Map.of("places", places());
  }

  /** Where secrets are, as file, line and kind. */
  static List<String> places(String file, List<FoundSecret> found) {
    return found.stream()
        .map(secret -> "%s:%d: %s".formatted(file, secret.line(), secret.kind().words()))
        .toList();
  }

  /** A declared file has a secret, which would be in plans and in the ledger for good. */
  record SecretInDeclaration(List<String> places) implements SecretRefusal {

    public SecretInDeclaration {
      places = List.copyOf(places);
    }

    @Override
    public String slug() {
      return "secret-in-declaration";
    }

    @Override
    public String detail() {
      return "The declaration carries what must not be in it: %s."
          .formatted(String.join("; ", places));
    }

    @Override
    public String remedy() {
      return "Take it out of the file, set it beside the ledger, and change the secret: it is in"
          + " the history of the repository.";
    }
  }

  /** What is to be exported has a secret. */
  record SecretInEvidence(List<String> places) implements SecretRefusal {

    public SecretInEvidence {
      places = List.copyOf(places);
    }

    @Override
    public String slug() {
      return "secret-in-evidence";
    }

    @Override
    public String detail() {
      return "The evidence would carry what must not leave the ledger: %s."
          .formatted(String.join("; ", places));
    }

    @Override
    public String remedy() {
      return "Change the secret first, so that it opens nothing any more. A text that somebody"
          + " wrote is taken out with ledgerctl text erase; what else is recorded cannot be,"
          + " so export what does not rest on that file.";
    }
  }
}
