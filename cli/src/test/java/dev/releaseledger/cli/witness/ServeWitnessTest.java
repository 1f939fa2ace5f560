package dev.releaseledger.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.witness.WitnessProcess.Ended;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signed;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The witness as a process that is started, asked, killed and started again. */
class ServeWitnessTest {

  private static final String ORIGIN = "ledger.example.org/production";
  private static final String NAME = "witness.example.org/w1";

  private final GrowingLog log = new GrowingLog(ORIGIN, 1, "event ");

  /** The same log, as it would tell its history to somebody else. */
  private final GrowingLog fork = new GrowingLog(ORIGIN, 1, "other event ");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path home;

  @BeforeEach
  void logs() throws IOException {
    Files.writeString(home.resolve("logs"), "log " + log.verifier().text() + "\nquorum none\n");
  }

  @Test
  void the_first_start_draws_a_key_that_nobody_else_can_read() throws Exception {
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      assertThat(witness.key().name()).isEqualTo(NAME);
      assertThat(witness.started().path("logs"))
          .hasSize(1)
          .first()
          .hasToString("\"" + ORIGIN + "\"");
      assertThat(permissions("w")).isEqualTo("rwx------");
      assertThat(permissions("w/witness.key")).isEqualTo("rw-------");
      assertThat(permissions("w/witness.state")).isEqualTo("rw-------");

      assertThat(witness.stop()).isZero();
      try (WitnessProcess again = WitnessProcess.serve(home)) {
        assertThat(again.key()).isEqualTo(witness.key());
      }
    }
  }

  @Test
  void what_goes_on_from_the_last_checkpoint_is_cosigned() throws Exception {
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      assertThat(witness.ask(log.request(0, 5)).statusCode()).isEqualTo(200);
      HttpResponse<String> answer = witness.ask(log.request(5, 77));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(signers(witness, log.signed(77).written() + answer.body())).hasSize(1);
      // The same again, since an answer may get lost on the way.
      assertThat(witness.ask(log.request(77, 77)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_monitor_gets_the_last_checkpoint_with_both_signatures() throws Exception {
    String path = "/" + Sha256.of(ORIGIN.getBytes(UTF_8)).hex() + "/checkpoint";
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      assertThat(witness.get(path).statusCode()).isEqualTo(404);
      witness.ask(log.request(0, 5));

      HttpResponse<String> answer = witness.get(path);

      assertThat(answer.statusCode()).isEqualTo(200);
      Note note = Note.parse(answer.body().getBytes(UTF_8)).orThrow();
      assertThat(note.text()).isEqualTo(log.checkpoint(5).text());
      assertThat(note.verify(List.of(witness.key(), log.verifier())).orThrow()).hasSize(2);
    }
  }

  @Test
  void a_witness_that_was_killed_goes_on_from_what_it_has_cosigned() throws Exception {
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      witness.ask(log.request(0, 77));
      witness.kill();
    }
    try (WitnessProcess witness = WitnessProcess.serve(home)) {
      HttpResponse<String> older = witness.ask(log.request(0, 5));
      assertThat(older.statusCode()).isEqualTo(409);
      assertThat(older.body()).isEqualTo("77\n");
      assertThat(older.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
      assertThat(witness.ask(fork.request(77, 77)).statusCode()).isEqualTo(422);
      assertThat(witness.ask(log.request(77, 200)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_fork_is_not_cosigned_and_the_proof_of_it_is_kept() throws Exception {
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      witness.ask(log.request(0, 77));
      byte[] other = fork.request(77, 90);

      assertThat(witness.ask(other).statusCode()).isEqualTo(422);

      Path kept = home.resolve("w/refused/" + Sha256.of(other).hex() + ".request");
      assertThat(Files.readAllBytes(kept)).isEqualTo(other);
      assertThat(witness.ask(log.request(77, 90)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everything_else_has_the_answer_that_the_specification_asks_for() throws Exception {
    GrowingLog unknown = new GrowingLog("elsewhere.example.org", 2, "event ");
    GrowingLog impostor = new GrowingLog(ORIGIN, 3, "event ");
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      assertThat(witness.ask(unknown.request(0, 5)).statusCode()).isEqualTo(404);
      assertThat(witness.ask(impostor.request(0, 5)).statusCode()).isEqualTo(403);
      assertThat(witness.ask("old 5\n".getBytes(UTF_8)).statusCode()).isEqualTo(400);
      assertThat(witness.ask(new byte[(1 << 20) + 1]).statusCode()).isEqualTo(400);
      assertThat(witness.get("/add-checkpoint").statusCode()).isEqualTo(405);
      assertThat(witness.get("/").statusCode()).isEqualTo(404);
      assertThat(Files.exists(home.resolve("w/refused"))).isFalse();
    }
  }

  @Test
  void of_requests_at_once_one_history_is_cosigned() throws Exception {
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 1; i <= 20; i++) {
        byte[] request = new GrowingLog(ORIGIN, 1, "history " + i + " ").request(0, 10 + i % 3);
        calls.add(() -> witness.ask(request).statusCode());
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> call : callers.invokeAll(calls)) {
        answers.add(call.get());
      }

      assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
      assertThat(answers).filteredOn(status -> status == 409).hasSize(19);
    }
  }

  @Test
  void whatever_was_answered_is_remembered_when_the_process_is_killed_meanwhile() throws Exception {
    int answered = 0;
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      Thread killer = Thread.ofVirtual().unstarted(() -> kill(witness));
      try {
        for (int size = 1; size <= GrowingLog.SIZE; size++) {
          if (size == 20) {
            killer.start();
          }
          assertThat(witness.ask(log.request(size - 1, size)).statusCode()).isEqualTo(200);
          answered = size;
        }
      } catch (IOException e) {
        // The process is gone.
        killer.join();
      }
    }
    try (WitnessProcess witness = WitnessProcess.serve(home)) {
      String body = witness.ask(log.request(0, GrowingLog.SIZE)).body();
      assertThat(Integer.parseInt(body.strip())).isBetween(answered, answered + 1);
    }
  }

  @Test
  void nothing_is_cosigned_that_cannot_be_kept() throws Exception {
    Path state = home.resolve("w/witness.state");
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      Files.delete(state);
      // No file can take the place of a folder that is not empty.
      Files.createDirectories(state.resolve("in-the-way"));

      HttpResponse<String> answer = witness.ask(log.request(0, 5));

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("\u2014");
      Files.delete(state.resolve("in-the-way"));
      Files.delete(state);
      assertThat(witness.ask(log.request(0, 5)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_witness_that_has_lost_its_state_does_not_start() throws Exception {
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      witness.ask(log.request(0, 77));
    }
    Files.delete(home.resolve("w/witness.state"));

    Ended ended =
        WitnessProcess.run(
            home, "witness", "serve", "--data", "w", "--logs", "logs", "--name", NAME);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("nobody knows what the witness has cosigned");
    assertThat(Files.exists(home.resolve("w/witness.state"))).isFalse();
  }

  @Test
  void a_second_witness_does_not_start_on_the_same_folder() throws Exception {
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      Ended ended =
          WitnessProcess.run(
              home, "witness", "serve", "--data", "w", "--logs", "logs", "--port", "0");

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains("Another witness runs on this folder");
      assertThat(witness.ask(log.request(0, 5)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_port_that_is_taken_is_told() throws Exception {
    try (WitnessProcess witness = WitnessProcess.serve(home, "--name", NAME)) {
      String port = witness.started().path("url").asText().replaceAll(".*:", "");

      Ended ended =
          WitnessProcess.run(
              home, ("witness serve --data other --logs logs --name n --port " + port).split(" "));

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains("It cannot listen on 127.0.0.1:" + port);
    }
  }

  private List<Signed> signers(WitnessProcess witness, String note) {
    return Note.parse(note.getBytes(UTF_8)).orThrow().verify(List.of(witness.key())).orThrow();
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file)));
  }

  private static void kill(WitnessProcess witness) {
    try {
      witness.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
