package dev.releaseledger.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.witness.WitnessProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowWitnessTest {

  private final GrowingLog log = new GrowingLog("ledger.example.org", 1, "event ");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path home;

  @Test
  void a_running_witness_is_shown_with_what_it_has_cosigned() throws Exception {
    Files.writeString(home.resolve("logs"), "log " + log.verifier().text() + "\nquorum none\n");
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", "w1")) {
      Ended before = WitnessProcess.run(home, "witness", "show", "--data", "w");
      assertThat(before.out())
          .isEqualTo("key  " + witness.key().text() + "\n\nIt has cosigned nothing yet.\n");
      witness.ask(log.request(0, 77));

      Ended ended = WitnessProcess.run(home, "witness", "show", "--data", "w");
      assertThat(ended.code()).isZero();
      assertThat(ended.out())
          .contains("ledger.example.org  77    " + log.checkpoint(77).root().base64());

      JsonNode shown =
          Json.read(
              WitnessProcess.run(home, "witness", "show", "--data", "w", "--format", "json").out());
      assertThat(shown.path("key").asText()).isEqualTo(witness.key().text());
      assertThat(shown.path("cosigned").path(0).path("size").asInt()).isEqualTo(77);
      assertThat(shown.path("cosigned").path(0).path("checkpoint").asText())
          .startsWith(log.checkpoint(77).text());
    }
  }

  @Test
  void where_there_is_no_witness_there_is_nothing_to_show() throws Exception {
    Ended ended = WitnessProcess.run(home, "witness", "show", "--data", "w");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("The witness cannot be used", "There is no witness in");
  }

  @Test
  void a_file_without_logs_is_told() throws Exception {
    Files.writeString(home.resolve("logs"), "quorum none\n");

    Ended ended =
        WitnessProcess.run(
            home, "witness", "serve", "--data", "w", "--logs", "logs", "--name", "w1");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("logs names no log.");
    assertThat(home.resolve("w")).doesNotExist();
  }
}
