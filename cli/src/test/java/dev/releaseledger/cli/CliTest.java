package dev.releaseledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.cli.session.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real program in surroundings of its own against a replayed service. */
abstract class CliTest {

  static final String REF = "4f2a9c1b7d3e5f60718293a4b5c6d7e8f9012345";
  static final String DIGEST =
      "sha256:6c1f0e5b9a2d4c7788990011223344556677889900aabbccddeeff0011223344";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  @SuppressWarnings("NullAway.Init")
  ReplayServer server;

  final Map<String, String> variables = new HashMap<>();
  Instant now = Instant.parse("2026-11-21T10:00:00Z");
  boolean terminal;

  @BeforeEach
  void startService() throws IOException {
    server = new ReplayServer();
    variables.put("LEDGER_SERVER", server.url());
    variables.put("LEDGER_TOKEN", "rl_test");
    variables.put("LEDGER_PROJECT", "shop");
    variables.put("LEDGER_ENV", "dev");
  }

  @AfterEach
  void stopService() {
    server.close();
  }

  Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        LedgerCtl.execute(
            new Surroundings(
                variables,
                home,
                home,
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                terminal,
                () -> now),
            arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  static String answer(String name) {
    try (InputStream in =
        Objects.requireNonNull(CliTest.class.getResourceAsStream("/answers/" + name + ".json"))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a run ended and what it printed. */
  record Outcome(int code, String out, String err) {}
}
