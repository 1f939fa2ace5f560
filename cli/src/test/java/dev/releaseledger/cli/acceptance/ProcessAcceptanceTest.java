package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The same through a process of its own: what a script sees. */
class ProcessAcceptanceTest extends AcceptanceTest {

  @Test
  void a_script_sees_the_release_on_stdout_and_the_refusal_in_the_exit_code() throws Exception {
    environment("dev");
    repository.declare("create table orders (id int primary key, note text);");

    Outcome applied = process("apply --only schema --env dev --ref main").exits(0);
    assertThat(applied.out()).containsPattern("(?m)^releaseId: rel_[0-9A-Z]{26}$");

    repository.declare("create table orders (id int primary key);");
    Outcome refused = process("apply --only schema --env dev --ref main").exits(4);
    assertThat(refused.out()).isEmpty();
    refused.says("requires --force");
    database("dev").execute("alter table orders add column hotfix int");
    process("drift check --env dev").exits(3).prints("orders.hotfix");
  }

  @Test
  void a_pipeline_stops_at_a_release_that_is_not_ready_and_goes_on_with_one_that_is()
      throws Exception {
    environment("dev", 1);
    enter("grace", "approver");
    repository.declare("create table orders (id int primary key);");
    process("apply --only schema --env dev --ref main").exits(5);
    String rollout = rollout("dev").path("id").asText();
    as("grace approver", "rollout approve " + rollout).exits(0);
    process("apply --only schema --env dev --ref main").exits(0);
    String command = "evidence readiness --env dev --output-dir evidence/ready --required ";

    Outcome blocked = process(command + "governance,schema_evolution,correctness").exits(4);
    assertThat(blocked.out())
        .contains(current("dev") + ": blocked, score 66.67", "blocked by correctness.missing");

    Files.writeString(home.resolve("c.json"), "{\"passed\": true}");
    process(command + "governance,schema_evolution,correctness --artifact correctness=c.json")
        .exits(0)
        .prints(current("dev") + ": industrial_ready, score 100.0");
    assertThat(home.resolve("evidence/ready/industrial_readiness.md")).exists();
    process("evidence readiness --env dev").exits(64);
  }

  @Test
  void evidence_that_one_process_exports_is_verified_by_another_without_the_service()
      throws Exception {
    environment("dev");
    repository.declare("create table orders (id int primary key, note text);");
    String release = release("dev", "main");

    process("evidence trust --output trust.json").exits(0);
    process("evidence export --env dev --release " + release + " --output r.zip").exits(0);

    process("evidence verify r.zip --trust trust.json").exits(0);
    byte[] archive = Files.readAllBytes(home.resolve("r.zip"));
    archive[archive.length / 2] ^= 1;
    Files.write(home.resolve("r.zip"), archive);
    process("evidence verify r.zip --trust trust.json").exits(7);
  }
}
