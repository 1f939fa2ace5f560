package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A log gets another key, ends, and is gone on from, as auditors see it who have only files. */
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(OrderAnnotation.class)
class LogAcceptanceTest extends AcceptanceTest {

  private static final String ORIGIN = "ledger.example.org/first";
  private static final String SUCCESSOR = "ledger.example.org/second";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static @Nullable LedgerUnderTest serving;

  @Override
  LedgerUnderTest ledger() {
    LedgerUnderTest ledger = serving;
    if (ledger == null) {
      ledger = LedgerUnderTest.with(settings(ORIGIN, ""));
      serving = ledger;
    }
    return ledger;
  }

  private static Map<String, String> settings(String origin, String predecessor) {
    return Map.of(
        "ledger.limits.calls", "0",
        "ledger.evidence.origin", origin,
        "ledger.evidence.log-predecessor", predecessor);
  }

  private String released() {
    environment("dev");
    repository.declare("create table orders (id int primary key, note text);");
    return release("dev", "main");
  }

  private void export(String file, String release) throws Exception {
    process("evidence export --env dev --release %s --output %s".formatted(release, file)).exits(0);
  }

  private Outcome verify(String file, String trust) throws Exception {
    return process("evidence verify %s --trust %s".formatted(file, trust));
  }

  @Test
  @Order(1)
  void evidence_is_verified_before_while_and_after_the_log_gets_another_key() throws Exception {
    String release = released();
    process("evidence trust --output before.json").exits(0);
    export("before.zip", release);

    process("log rotate --reason yearly").exits(0).prints("ledgerctl log retire");
    process("log rotate").exits(4).says("retired yet");
    process("evidence trust --output during.json").exits(0);
    export("during.zip", release);
    process("log retire").exits(0);
    process("log retire").exits(4).says("one key only");
    process("evidence trust --output after.json").exits(0);
    export("after.zip", release);
    process("evidence export --from 0 --output all.zip").exits(0);

    for (String trust : new String[] {"during.json", "after.json"}) {
      for (String bundle : new String[] {"before.zip", "during.zip", "after.zip", "all.zip"}) {
        verify(bundle, trust).exits(0);
      }
    }
    verify("before.zip", "before.json").exits(0);
    verify("during.zip", "before.json").exits(0);
    verify("after.zip", "before.json").exits(7).prints("FAILED", "is not trusted");
    process("evidence verify all.zip --trust after.json --against before.zip")
        .exits(0)
        .prints("signs behind", "is retired at");
    process("evidence verify --live").exits(0);
  }

  @Test
  @Order(2)
  void a_log_that_is_frozen_ends_with_what_the_next_ledger_goes_on_from() throws Exception {
    String release = released();
    export("last.zip", release);
    process("log freeze --origin another").exits(1).says("must be the name of the log");

    process("log freeze --origin " + ORIGIN + " --reason 'the end'").exits(0);

    repository.declare("create table orders (id int primary key, note text, late bool);");
    process("apply --only schema --env dev --ref main").exits(4).says("LEDGER_LOG_PREDECESSOR");
    process("log freeze --origin " + ORIGIN).exits(4).says("frozen");
    process("evidence export --from 0 --output no.zip").exits(4).says("frozen");
    process("evidence verify --live").exits(0);
    process("evidence checkpoint --output end").exits(0);
    process("evidence trust --output old.json").exits(0);
    verify("last.zip", "old.json").exits(0);
    JsonNode frozen = process("log show --format json").exits(0).json();
    assertThat(frozen.path("frozen").path("size").asLong()).isEqualTo(frozen.path("size").asLong());

    serving = LedgerUnderTest.with(settings(SUCCESSOR, home.resolve("end").toString()));
    enterAnew();
    process("log show").exits(0).prints(SUCCESSOR, "goes on from  " + ORIGIN);
    process("evidence trust --output new.json").exits(0);
    process("evidence export --from 0 --output first.zip").exits(0);
    both("old.json", "new.json", "both.json");
    process("evidence verify first.zip --trust both.json --against end")
        .exits(0)
        .prints("the log goes on from what is held");
    process("evidence verify first.zip --trust new.json").exits(0);
  }

  /** A trust file with the logs of two. */
  private void both(String one, String other, String file) throws IOException {
    ObjectNode trust = (ObjectNode) JSON.readTree(home.resolve(other).toFile());
    ((ArrayNode) trust.path("logs"))
        .addAll((ArrayNode) JSON.readTree(home.resolve(one).toFile()).path("logs"));
    JSON.writeValue(home.resolve(file).toFile(), trust);
  }
}
