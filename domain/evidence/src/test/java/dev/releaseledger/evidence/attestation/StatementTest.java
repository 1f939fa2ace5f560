package dev.releaseledger.evidence.attestation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

  private static final Subject PLAN = Subject.of("plan.json", "{}".getBytes(UTF_8));
  private static final Statement STATEMENT =
      new Statement(List.of(PLAN), "https://example.com/said/v1", Json.Obj.of(Map.of()));

  @Test
  void a_statement_has_the_form_of_in_toto() {
    assertThat(new String(STATEMENT.bytes(), UTF_8))
        .isEqualTo(
            "{\"_type\":\"https://in-toto.io/Statement/v1\",\"predicate\":{},"
                + "\"predicateType\":\"https://example.com/said/v1\",\"subject\":[{\"digest\":"
                + "{\"sha256\":\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"},"
                + "\"name\":\"plan.json\"}]}");
  }

  @Test
  void a_statement_is_read_as_it_was_written() {
    assertThat(Statement.read(STATEMENT.bytes())).isEqualTo(new Read.Good<>(STATEMENT));
    assertThat(STATEMENT.subject("plan.json")).contains(PLAN);
    assertThat(STATEMENT.subject("plan.sql")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Statement/v1 | Statement/v0.1 | \"_type\" is not",
        "\"predicate\":{} | \"predicate\":[] | not an object",
        "\"predicate\":{}, | '' | \"predicate\" is missing",
        "\"name\":\"plan.json\" | \"name\":7 | \"name\" is not a string",
        "\"sha256\" | \"sha512\" | \"sha256\" is missing",
        "44136fa3 | 44136FA3 | lower-case",
        "\"name\":\"plan.json\" | \"name\":\"plan.json\",\"uri\":\"\" | \"uri\" is not known",
        "{\"_type\" | {\"Also\":1,\"_type\" | \"Also\" is not known",
        "{\"_type\" | { \"_type\" | canonical",
      })
  void a_statement_that_is_not_quite_one_is_refused(String from, String to, String reason) {
    String text = new String(STATEMENT.bytes(), UTF_8);
    String changed = text.replace(from, to);
    assertThat(changed).isNotEqualTo(text);
    assertThat(Statement.read(changed.getBytes(UTF_8)))
        .isInstanceOfSatisfying(Read.Bad.class, bad -> assertThat(bad.reason()).contains(reason));
  }

  @Test
  void a_statement_about_nothing_or_with_one_name_twice_is_refused() {
    String text = new String(STATEMENT.bytes(), UTF_8);
    String subject = text.substring(text.indexOf("[{") + 1, text.lastIndexOf("]"));
    for (String subjects : List.of("", subject + "," + subject)) {
      assertThat(Statement.read(text.replace(subject, subjects).getBytes(UTF_8)).isGood())
          .isFalse();
    }
  }

  @Test
  void the_verdict_of_a_gate_is_a_verification_result() {
    VerificationResult result =
        new VerificationResult(
            "https://releaseledger.dev/gate/v1",
            List.of(new VerificationResult.Policy("policy.json", Sha256.of(new byte[0]))),
            Instant.parse("2026-06-01T12:00:00Z"),
            List.of("RELEASE_LEDGER_APPROVED"));
    Statement statement = result.about(List.of(PLAN));
    assertThat(VerificationResult.read(reread(statement))).isEqualTo(new Read.Good<>(result));
    assertThat(new String(statement.bytes(), UTF_8))
        .contains(
            "\"policies\":[{\"digest\":{\"sha256\":", "\"timeCreated\":\"2026-06-01T12:00:00Z\"");
    assertThat(TestResult.read(statement).isGood()).isFalse();
  }

  @Test
  void a_verification_result_without_policies_is_refused() {
    VerificationResult result =
        new VerificationResult("id", List.of(), Instant.parse("2026-06-01T12:00:00Z"), List.of());
    String text = new String(result.about(List.of(PLAN)).bytes(), UTF_8);
    Statement without =
        Statement.read(text.replace(",\"policies\":[]", "").getBytes(UTF_8)).orThrow();
    assertThat(VerificationResult.read(without))
        .isEqualTo(new Read.Bad<>("verifier: \"policies\" is missing"));
  }

  @Test
  void a_rehearsal_is_a_test_result() {
    TestResult result =
        new TestResult(
            TestResult.Outcome.PASSED,
            List.of(new TestResult.Configuration("policy.json", Sha256.of(new byte[0]))),
            Optional.of("https://example.com/runs/1"),
            List.of("rehearsal"),
            List.of(),
            List.of());
    assertThat(TestResult.read(reread(result.about(List.of(PLAN)))))
        .isEqualTo(new Read.Good<>(result));
  }

  @Test
  void a_test_result_of_success_has_no_tests_that_failed() {
    TestResult failed =
        new TestResult(
            TestResult.Outcome.FAILED,
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of("rehearsal"));
    String text = new String(failed.about(List.of(PLAN)).bytes(), UTF_8);
    for (String other : List.of("PASSED", "WARNED", "SKIPPED")) {
      Statement changed = Statement.read(text.replace("FAILED", other).getBytes(UTF_8)).orThrow();
      assertThat(TestResult.read(changed).isGood()).isFalse();
    }
  }

  private static Statement reread(Statement statement) {
    return Statement.read(statement.bytes()).orThrow();
  }
}
