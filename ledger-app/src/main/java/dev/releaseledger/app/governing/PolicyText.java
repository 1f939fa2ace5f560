package dev.releaseledger.app.governing;

import dev.releaseledger.domain.policy.PolicyDocument;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the YAML of a policy document: plain values only, each setting once. */
final class PolicyText {

  private static final int LONGEST = 100_000;

  private PolicyText() {}

  static PolicyDocument read(String text) {
    if (text.length() > LONGEST) {
      return new PolicyDocument.Mistaken(List.of("it is longer than " + LONGEST + " characters"));
    }
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    try {
      return PolicyDocument.of(new Yaml(new SafeConstructor(options)).<Object>load(text));
    } catch (MarkedYAMLException e) {
      String place =
          e.getProblemMark() == null
              ? ""
              : "line %d, column %d: "
                  .formatted(e.getProblemMark().getLine() + 1, e.getProblemMark().getColumn() + 1);
      return new PolicyDocument.Mistaken(List.of(place + e.getProblem()));
    } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return new PolicyDocument.Mistaken(List.of(String.valueOf(e.getMessage())));
    }
  }
}
