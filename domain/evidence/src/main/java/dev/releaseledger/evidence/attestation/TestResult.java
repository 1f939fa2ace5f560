package dev.releaseledger.evidence.attestation;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.util.List;
import java.util.Optional;

/** How tests went (in-toto, test-result v0.1). */
public record TestResult(
    Outcome outcome,
    List<Configuration> configuration,
    Optional<String> url,
    List<String> passed,
    List<String> warned,
    List<String> failed) {

  /** The predicate type. */
  public static final String TYPE = "https://in-toto.io/attestation/test-result/v0.1";

  /** Keeps copies, and refuses a success with tests that failed. */
  public TestResult {
    configuration = List.copyOf(configuration);
    passed = List.copyOf(passed);
    warned = List.copyOf(warned);
    failed = List.copyOf(failed);
    if (outcome != Outcome.FAILED && !failed.isEmpty()) {
      throw new Malformed("tests have failed, and the result is " + outcome);
    }
  }

  /** How all of them went together. */
  public enum Outcome {
    PASSED,
    WARNED,
    FAILED
  }

  /** What was tested with, by its digest. */
  public record Configuration(String name, Sha256 digest) {

    private Json.Obj json() {
      return new Subject(name, digest).json();
    }

    private static Configuration of(Fields fields) {
      Subject resource = Subject.of(fields);
      return new Configuration(resource.name(), resource.digest());
    }
  }

  /** The statement that says this of the subjects. */
  public Statement about(List<Subject> subjects) {
    return new Statement(
        subjects,
        TYPE,
        new Members()
            .list("configuration", configuration, Configuration::json)
            .texts("failedTests", failed)
            .texts("passedTests", passed)
            .text("result", outcome.name())
            .text("url", url)
            .texts("warnedTests", warned)
            .built());
  }

  /** What a statement of this type says. */
  public static Read<TestResult> read(Statement statement) {
    return PredicateOf.type(statement, TYPE, TestResult::of);
  }

  private static TestResult of(Fields fields) {
    return new TestResult(
        outcome(fields.text("result")),
        fields.objects("configuration", Configuration::of),
        fields.optionalText("url"),
        fields.texts("passedTests"),
        fields.texts("warnedTests"),
        fields.texts("failedTests"));
  }

  private static Outcome outcome(String text) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.name().equals(text)) {
        return outcome;
      }
    }
    throw new Malformed("\"result\" is none of PASSED, WARNED, FAILED");
  }
}
