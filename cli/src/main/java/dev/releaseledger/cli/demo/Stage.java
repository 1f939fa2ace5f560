package dev.releaseledger.cli.demo;

import static dev.releaseledger.cli.demo.Actor.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.render.Style;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.Program;
import dev.releaseledger.cli.session.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where the story is shown: every command is printed, really run, and held to its exit code. */
final class Stage {
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Program program;
  private final Surroundings audience;
  private final Path folder;
  private final EmbeddedDatabases databases;
  private final Map<Actor, Map<String, String>> variables = new HashMap<>();
  private final Style style;
  private int scenes;

  Stage(
      Program program,
      Surroundings audience,
      Path folder,
      Map<String, String> adminVariables,
      EmbeddedDatabases databases) {
    this.program = program;
    this.audience = audience;
    this.folder = folder;
    this.databases = databases;
    this.style = new Style(audience.wantsColour());
    variables.put(admin, adminVariables);
  }

  /** Lets another actor in, with a token and a context of their own. */
  void enter(Actor actor, String token) {
    Map<String, String> own = new HashMap<>(variables.getOrDefault(admin, Map.of()));
    own.put("LEDGER_TOKEN", token);
    own.put("LEDGER_CONFIG", folder.resolve(actor + "-context.json").toString());
    own.put("LEDGER_PROJECT", "shop");
    variables.put(actor, own);
  }

  void title(String title) {
    scenes++;
    print("\n" + style.bold("== " + scenes + ". " + title + " ==") + "\n");
  }

  void say(String text) {
    print("\n" + text.strip() + "\n");
  }

  /** Shows the command, runs it, and insists on how it ends. */
  void ledgerctl(Actor actor, ExitCode expected, String arguments) {
    String line = "ledgerctl " + arguments;
    print("\n" + style.bold(actor + "$ " + line) + "\n");
    int code = run(seenBy(audience.out(), actor), arguments);
    if (code != expected.code()) {
      throw new Deviation(
          "`" + line + "` ended with exit code " + code + ", not " + expected.code());
    }
    if (expected != ExitCode.DONE) {
      print(style.dim("(exit code " + code + ")") + "\n");
    }
  }

  /** Shows a statement somebody runs past the ledger, and runs it. */
  void sql(String database, String sql) {
    print("\n" + style.bold(database + "=> " + sql) + "\n");
    databases.execute(database, sql);
  }

  /** Returns what a command answers, without showing it. */
  JsonNode ask(String arguments) {
    StringWriter answer = new StringWriter();
    Surroundings unseen = seenBy(new PrintWriter(answer), admin);
    int code = run(unseen, arguments + " --format json");
    try {
      JsonNode json = Json.read(answer.toString());
      if (code == ExitCode.DONE.code()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new Deviation("`" + arguments + "` answered no JSON", e);
    }
    throw new Deviation("`" + arguments + "` ended with exit code " + code);
  }

  /** Shows a line that is part of a command's place in the story but holds nothing secret. */
  void show(Actor actor, String command, String result) {
    print("\n" + style.bold(actor + "$ ledgerctl " + command) + "\n" + result + "\n");
  }

  /** Runs a command, but not for ever: a story that stands still has gone wrong. */
  private int run(Surroundings surroundings, String arguments) {
    FutureTask<Integer> command =
        new FutureTask<>(() -> program.run(surroundings, ShellWords.of(arguments)));
    Thread runner = Thread.startVirtualThread(command);
    try {
      return command.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      runner.interrupt();
      throw new Deviation(
          "`ledgerctl " + arguments + "` had not ended after " + PATIENCE.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw new Deviation("`ledgerctl " + arguments + "` failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Deviation("it was interrupted", e);
    }
  }

  private Surroundings seenBy(PrintWriter everything, Actor actor) {
    return new Surroundings(
        variables.getOrDefault(actor, Map.of()),
        audience.home(),
        folder,
        everything,
        everything,
        audience.outIsTerminal(),
        false,
        audience.clock());
  }

  private void print(String text) {
    audience.out().print(text);
    audience.out().flush();
  }
}
