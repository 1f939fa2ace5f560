package dev.releaseledger.app.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.releaseledger.app.ServiceStart;
import dev.releaseledger.app.access.AccessTokens;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.applying.ApplyAnswer;
import dev.releaseledger.app.applying.ApplyRequest;
import dev.releaseledger.app.applying.Applying;
import dev.releaseledger.app.drift.CheckingDrift;
import dev.releaseledger.app.port.Commit;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.port.Repositories;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.project.Projects;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.RolloutStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A production schema of twelve years, release by release: each state is a commit, each commit is
 * planned, rehearsed, applied, checked and released.
 */
@Tag("real")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSchemaThroughTheLedgerTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The baseline takes every so-manieth state. */
  private static final int SAMPLED = 20;

  private static final Duration POLL = Duration.ofMillis(10);

  /** What the authors of that schema wrote in their migrations, as a declaration says it. */
  private static final String CONVERSIONS =
      """

      -- ledger:using public.dependencies.features: string_to_array(features::text, ',')
      -- ledger:using public.versions.features: features::jsonb
      -- ledger:using public.api_tokens.token: pg_catalog.decode(token::text, 'hex')
      """;

  @TempDir static Path folder;

  private final List<String> commits = new ArrayList<>();
  private ConfigurableApplicationContext service;
  private String actor = "";

  @BeforeAll
  void start() throws IOException, GitAPIException {
    Path states = shared().resolve("real-schemas").resolve("cratesio");
    assumeTrue(Files.isDirectory(states), "the real schemas are not at " + states);
    commit(states);
    service =
        ServiceStart.with(new String[] {"--port", "0", "--data", folder.resolve("data").toString()})
            .run();
    actor = bean(AccessTokens.class).issue("historian", Role.ADMIN).actor();
    bean(Projects.class)
        .create("crates", folder.resolve("repo").toString(), Map.of("main", "schema"), actor);
    awaitViews();
  }

  @AfterAll
  void stop() {
    if (service != null) {
      SpringStop.stop(service);
    }
  }

  @Test
  void every_state_becomes_a_release() {
    EnvironmentId walk = environment("walk");
    long began = System.nanoTime();
    for (int i = 0; i < commits.size(); i++) {
      release(walk, i);
    }
    report("one release per commit", commits.size(), began);
  }

  @Test
  void three_jumps_lead_from_the_first_state_to_the_last() {
    EnvironmentId jump = environment("jump");
    long began = System.nanoTime();
    int last = commits.size() - 1;
    for (int i : new int[] {0, last / 3, 2 * last / 3, last}) {
      release(jump, i);
    }
    report("three jumps", 4, began);
  }

  private void release(EnvironmentId id, int index) {
    ApplyAnswer answer =
        bean(Applying.class)
            .apply(
                new ApplyRequest(
                    id,
                    commits.get(index),
                    new ApplyRequest.Wish(false, true, false, false, null, null),
                    "pipeline",
                    null,
                    actor,
                    Set.of("admin")));
    if (answer instanceof ApplyAnswer.Applying applying) {
      awaitReleased(id, applying.rollout(), index);
    }
    Environment state = state(id);
    assertThat(state.current()).isNotNull();
    assertThat(state.current().ref()).isEqualTo(commits.get(index));
    assertThat(bean(CheckingDrift.class).check(id, actor).comparison().sentences())
        .as("state %d", index + 1)
        .isEmpty();
  }

  private void awaitReleased(EnvironmentId id, String rollout, int index) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    RolloutStatus status = RolloutStatus.APPLYING;
    while (System.nanoTime() < end && status != RolloutStatus.RELEASED) {
      status = state(id).rollout(rollout).orElseThrow().status();
      assertThat(status)
          .as("state %d", index + 1)
          .isNotIn(RolloutStatus.FAILED, RolloutStatus.DRIFTED);
      pause();
    }
    assertThat(status).as("state %d", index + 1).isEqualTo(RolloutStatus.RELEASED);
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private EnvironmentId environment(String name) {
    EnvironmentId id = new EnvironmentId("crates", name);
    bean(Projects.class).create(id, Map.of("main", "embedded:crates_" + name), 0, null, actor);
    return id;
  }

  private Environment state(EnvironmentId id) {
    return bean(Ledger.class).environment(id).orElseThrow();
  }

  private void awaitViews() {
    assertThat(bean(Projections.class).await(1, Duration.ofSeconds(10))).isTrue();
  }

  private <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  private void commit(Path states) throws IOException, GitAPIException {
    Path repo = folder.resolve("repo");
    Path schema = Files.createDirectories(repo.resolve("schema"));
    try (Git git = Git.init().setDirectory(repo.toFile()).setInitialBranch("main").call();
        Stream<Path> files = Files.list(states)) {
      for (Path state : files.sorted().toList()) {
        Files.writeString(schema.resolve("schema.sql"), Files.readString(state) + CONVERSIONS);
        git.add().addFilepattern("schema").call();
        commits.add(
            git.commit()
                .setMessage(String.valueOf(state.getFileName()))
                .setAuthor("crates", "crates@example.org")
                .setCommitter("crates", "crates@example.org")
                .setSign(false)
                .call()
                .name());
      }
    }
  }

  private static Path shared() {
    String chosen = System.getenv("LEDGER_SHARED_DIR");
    return chosen != null ? Path.of(chosen) : Path.of("..", "..", "shared").toAbsolutePath();
  }

  /** Prints seconds, and the ratio to merely loading a state into an empty database. */
  private void report(String what, int releases, long began) {
    double each = (System.nanoTime() - began) / 1e9 / releases;
    double loading = secondsToLoadAState();
    System.out.printf(
        "real schema, %s: %d releases in %.1f s, %.2f s each; loading a state alone takes %.2f s,"
            + " ratio %.1f%n",
        what, releases, each * releases, each, loading, each / loading);
  }

  private double secondsToLoadAState() {
    Repositories repositories = bean(Repositories.class);
    Databases databases = bean(Databases.class);
    String repository = folder.resolve("repo").toString();
    int version = databases.read("embedded:crates_baseline").majorVersion();
    double seconds = 0;
    int states = 0;
    for (int i = 0; i < commits.size(); i += SAMPLED) {
      Commit commit = repositories.resolve(repository, commits.get(i));
      List<SqlFile> files =
          repositories.declaration(repository, commit, "schema").stream()
              // Another text, so that no cache answers instead of the server.
              .map(file -> new SqlFile(file.path(), file.text() + "-- " + System.nanoTime()))
              .toList();
      long began = System.nanoTime();
      assertThat(databases.declared(version, files).schema().isEmpty()).isFalse();
      seconds += (System.nanoTime() - began) / 1e9;
      states++;
    }
    return seconds / states;
  }
}
