package dev.releaseledger.app.governing;

import dev.releaseledger.app.document.Yaml;
import dev.releaseledger.domain.policy.Calendar;
import dev.releaseledger.domain.policy.PolicyDocument;
import java.util.List;

/** Reads the YAML of a policy document. */
final class PolicyText {

  private PolicyText() {}

  static PolicyDocument read(String text, Calendar calendar) {
    return switch (Yaml.read(text)) {
      case Yaml.Read(var value) -> PolicyDocument.of(value, calendar);
      case Yaml.Mistaken(String mistake) -> new PolicyDocument.Mistaken(List.of(mistake));
    };
  }
}
