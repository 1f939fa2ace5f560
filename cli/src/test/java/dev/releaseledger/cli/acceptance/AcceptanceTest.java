package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.LedgerCtl;
import dev.releaseledger.cli.session.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A project of its own for each test, with a repository and whatever environments it makes. */
@Execution(ExecutionMode.CONCURRENT)
abstract class AcceptanceTest {

  private static final AtomicInteger PROJECTS = new AtomicInteger();
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final int ALL = 1000;

  static final LedgerUnderTest LEDGER = LedgerUnderTest.running();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  @SuppressWarnings("NullAway.Init")
  DeclaredRepository repository;

  final String project = "shop" + PROJECTS.incrementAndGet();
  private final Map<String, String> tokens = new HashMap<>();

  /** The service this test talks to. */
  LedgerUnderTest ledger() {
    return LEDGER;
  }

  @BeforeEach
  void openProject() {
    enterAnew();
    repository = DeclaredRepository.in(home.resolve("repository"));
    ledgerctl("project create --repo repository --project " + project).exits(0);
  }

  /** Takes the first admin's token of the service as it is now. */
  final void enterAnew() {
    tokens.put("admin", ledger().adminToken());
  }

  @AfterEach
  void leaveAlone() {
    Interference.none(project);
  }

  /** Makes an environment on a database of its own on the service's server. */
  Database environment(String name) {
    return environment(name, 0);
  }

  Database environment(String name, int approvals) {
    ledgerctl(
            "env create --env %s --url embedded:%s_%s --approvals %d"
                .formatted(name, project, name, approvals))
        .exits(0);
    // The service makes the database when it first looks at it.
    ledgerctl("schema show --at live --env " + name).exits(0);
    return database(name);
  }

  Database database(String environment) {
    return ledger().database(project + "_" + environment);
  }

  /** Lets somebody in under a role; from then on {@link #as} knows them. */
  void enter(String actor, String role) {
    String name = actor + "." + project;
    String token =
        ledgerctl("token create --actor " + name + " --role " + role + " --format json")
            .exits(0)
            .json()
            .path("token")
            .asText();
    tokens.put(actor + " " + role, token);
  }

  /** Runs a command as the first admin. */
  Outcome ledgerctl(String line) {
    return as("admin", line);
  }

  /** Runs a command as an actor who has entered, named with the role: {@code "ada deployer"}. */
  Outcome as(String actor, String line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        LedgerCtl.execute(
            new Surroundings(
                variables(actor),
                home,
                home,
                new PrintWriter(out),
                new PrintWriter(err),
                false,
                false,
                InstantSource.system()),
            words(line).toArray(String[]::new));
    return new Outcome(line, code, out.toString(), err.toString());
  }

  /** Runs a command as the first admin, in a process of its own: what a script sees. */
  final Outcome process(String line) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Duser.home=" + home));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.releaseledger.cli.LedgerCtl");
    command.addAll(words(line));
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL"));
    builder.environment().putAll(variables("admin"));
    int code = builder.start().waitFor();
    // Two logging backends are on the class path of the tests only.
    String errors =
        Files.readString(err)
            .lines()
            .filter(l -> !l.startsWith("SLF4J"))
            .reduce("", String::concat);
    return new Outcome(line, code, Files.readString(out), errors);
  }

  final Map<String, String> variables(String actor) {
    return Map.of(
        "LEDGER_SERVER", ledger().url(),
        "LEDGER_TOKEN", tokens.getOrDefault(actor, ""),
        "LEDGER_PROJECT", project,
        "LEDGER_CONFIG", home.resolve(actor.replace(' ', '-') + ".json").toString());
  }

  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words;
  }

  /** Applies a ref, which must go through; answers with the release. */
  String release(String environment, String ref) {
    return ledgerctl("apply --only schema --format json --env " + environment + " --ref " + ref)
        .exits(0)
        .json()
        .path("releaseId")
        .asText();
  }

  /** The release the environment's pointer is at. */
  String current(String environment) {
    return ledgerctl("release current --format json --env " + environment)
        .exits(0)
        .json()
        .path("id")
        .asText();
  }

  /** The names of an environment's events, oldest first. */
  List<String> events(String environment) {
    List<String> names = new ArrayList<>();
    for (JsonNode event : timeline(environment)) {
      names.add(event.path("type").asText());
    }
    return names;
  }

  /** Waits until an environment's youngest event is of this name: a refusal tells no position. */
  void awaitLast(String environment, String name) {
    for (int i = 0; i < 100 && !events(environment).getLast().equals(name); i++) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(events(environment)).endsWith(name);
  }

  JsonNode timeline(String environment) {
    return ledgerctl("timeline --format json --limit " + ALL + " --env " + environment)
        .exits(0)
        .json()
        .path("items");
  }

  /** The youngest rollout of an environment, whole. */
  JsonNode rollout(String environment) {
    String id =
        ledgerctl("rollout list --format json --limit 1 --env " + environment)
            .exits(0)
            .json()
            .path("items")
            .path(0)
            .path("id")
            .asText();
    return ledgerctl("rollout show --format json " + id).exits(0).json();
  }

  /** All that an apply could change, for {@code isEqualTo} before and after. */
  Standing standing(String environment) {
    return new Standing(
        database(environment).catalogRows(),
        ledgerctl("release list --format json --env " + environment).exits(0).out(),
        events(environment).stream().filter(name -> !name.equals("apply-refused")).toList());
  }

  /** An environment's database, pointer and events; a refusal may be recorded all the same. */
  record Standing(List<String> catalogRows, String releases, List<String> events) {}
}
