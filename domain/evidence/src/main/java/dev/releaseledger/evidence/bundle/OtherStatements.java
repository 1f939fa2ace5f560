package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.attestation.TestResult;
import dev.releaseledger.evidence.attestation.VerificationResult;
import dev.releaseledger.evidence.attestation.release.Outcome;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.attestation.release.TestRun;
import dev.releaseledger.evidence.key.Ed25519Secret;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the statement of a release says, once more in the words of predicates that other tools know:
 * the gate as svr/v0.2, each test as test-result/v0.1. They are about the plan.
 */
public final class OtherStatements {

  /** The folder that they are in, each in an envelope of its own. */
  public static final String FOLDER = "statements/";

  /** What the name of each ends with. */
  public static final String ENDING = ".dsse.json";

  private static final String PLAN = BundledArtifact.FOLDER + "plan/plan.json";
  private static final String POLICY = BundledArtifact.FOLDER + "policy/policy.json";
  private static final String VERIFIER = "https://releaseledger.dev/ledger/";
  private static final String GATE = "RELEASE_LEDGER_GATE_";
  private static final String DUTIES = "RELEASE_LEDGER_SEPARATION_OF_DUTIES_";

  private OtherStatements() {}

  /** The statements, by the names of their files. */
  public static SortedMap<String, Statement> of(SchemaRelease said) {
    SortedMap<String, Statement> all = new TreeMap<>();
    List<Subject> plan = List.of(new Subject(PLAN, said.change().planDigest()));
    all.put(FOLDER + "gate" + ENDING, gate(said).about(plan));
    int number = 1;
    for (TestRun run : said.tests()) {
      String name = String.format(Locale.ROOT, "%stest-%04d%s", FOLDER, number++, ENDING);
      all.put(name, test(run).about(plan));
    }
    return all;
  }

  /** The files, signed. */
  static SortedMap<String, byte[]> signed(SchemaRelease said, Ed25519Secret secret) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    of(said)
        .forEach((name, statement) ->
            files.put(
                name, Envelope.sign(Statement.PAYLOAD_TYPE, statement.bytes(), secret).bytes()));
    return files;
  }

  private static VerificationResult gate(SchemaRelease said) {
    return new VerificationResult(
        VERIFIER + said.log().origin(),
        List.of(new VerificationResult.Policy(POLICY, said.gate().policyDigest())),
        said.apply().startedAt(),
        List.of(
            GATE + said.gate().verdict().name(),
            DUTIES + said.separationOfDuties().verdict().name()));
  }

  private static TestResult test(TestRun run) {
    boolean passed = run.result() == Outcome.SUCCEEDED;
    List<String> one = List.of(run.environment());
    return new TestResult(
        passed ? TestResult.Outcome.PASSED : TestResult.Outcome.FAILED,
        List.of(
            new TestResult.Configuration(PLAN, run.planDigest()),
            new TestResult.Configuration("report", run.digest())),
        run.uri(),
        passed ? one : List.of(),
        List.of(),
        passed ? List.of() : one);
  }
}
