package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.TestResult;
import dev.releaseledger.evidence.attestation.VerificationResult;
import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.sigstore.BundleVerifier;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import dev.releaseledger.evidence.sigstore.SigstoreBundle;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The gate and the tests, said once more for tools that know other predicates. */
class OtherStatementsTest {

  private static final String GATE = "statements/gate.dsse.json";
  private static final String TEST = "statements/test-0001.dsse.json";

  private final SortedMap<String, byte[]> files = files();

  private static SortedMap<String, byte[]> files() {
    if (ArchiveReader.read(new SampleEvidence().bundle(), ArchiveLimits.standard())
        instanceof ArchiveReading.Opened(var files)) {
      return files;
    }
    throw new AssertionError("the sample is no archive");
  }

  private byte[] file(String name) {
    return Objects.requireNonNull(files.get(name));
  }

  private Statement statement(String name) {
    return Envelope.read(file(name))
        .then(envelope -> Statement.read(envelope.payload()).orThrow())
        .orThrow();
  }

  private void check() {
    BundleVerifier.Proven proven =
        SigstoreBundle.read(file(BundleKind.RELEASE.statementBundle()))
            .then(bundle -> new BundleVerifier(SampleEvidence.trust()).verify(bundle).orThrow())
            .orThrow();
    var unused = new StatementCheck(new Content(files)).release(proven);
  }

  @Test
  void the_gate_is_a_simple_verification_result() {
    VerificationResult gate = VerificationResult.read(statement(GATE)).orThrow();
    assertThat(gate.properties())
        .containsExactly(
            "RELEASE_LEDGER_GATE_PASSED", "RELEASE_LEDGER_SEPARATION_OF_DUTIES_PASSED");
    assertThat(gate.policies().getFirst().uri()).isEqualTo("artifacts/policy/policy.json");
    assertThat(statement(GATE).subjects().getFirst().name()).isEqualTo("artifacts/plan/plan.json");
  }

  @Test
  void each_test_is_a_test_result() {
    TestResult test = TestResult.read(statement(TEST)).orThrow();
    assertThat(test.outcome()).isEqualTo(TestResult.Outcome.PASSED);
    assertThat(test.passed()).containsExactly("rehearsal");
  }

  @Test
  void one_that_says_something_else_than_the_statement_is_refused() {
    Statement other = statement(TEST);
    files.put(
        GATE, Envelope.sign(Statement.PAYLOAD_TYPE, other.bytes(), SampleBundle.ATTESTING).bytes());
    assertThatExceptionOfType(Stop.class)
        .isThrownBy(this::check)
        .satisfies(stop ->
            assertThat(stop.finding(Check.STATEMENT).detail()).contains("says something else"));
  }

  @Test
  void one_that_somebody_else_has_signed_is_refused() {
    byte[] payload = statement(GATE).bytes();
    files.put(
        GATE,
        Envelope.sign(Statement.PAYLOAD_TYPE, payload, Ed25519Secret.of(new byte[32])).bytes());
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(this::check)
        .withMessageContaining("0 trusted keys");
  }

  @Test
  void one_that_is_left_out_is_missed_and_all_of_them_are_not() {
    files.remove(TEST);
    assertThatExceptionOfType(Stop.class).isThrownBy(this::check);
    files.remove(GATE);
    check();
    assertThat(Utf8.decode(file("statement.json"))).contains("schema-release");
  }
}
