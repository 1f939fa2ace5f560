package dev.releaseledger.cli.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/** A production environment with a release, people around it, and a policy of the test's own. */
abstract class Governed extends AcceptanceTest {

  static final String USERS = "create table users (id bigint primary key, fax text, phone text);\n";
  static final String WITH_NAME =
      "create table users (id bigint primary key, fax text, phone text, name text);\n";
  static final String WITHOUT_FAX = "create table users (id bigint primary key, phone text);\n";

  static final String ADA = "ada deployer";
  static final String GRACE = "grace approver";
  static final String OSCAR = "oscar operator";

  /** An environment on the release of {@link #USERS}, with the people let in. */
  final Database released(String environment) {
    Database database = environment(environment);
    repository.declare(USERS);
    String _ = release(environment, "main");
    if (environment.equals("prod")) {
      person("ada", "deployer");
      person("grace", "approver");
      person("oscar", "operator");
    }
    return database;
  }

  /** Lets somebody in whose git address is known. */
  final void person(String name, String role) {
    enter(name, role);
    ledgerctl("actor set %s.%s --address %s@%s.example".formatted(name, project, name, project))
        .exits(0);
  }

  final void policy(String environment, String document) {
    try {
      Files.writeString(home.resolve("policy.yaml"), document);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    ledgerctl("policy set --env %s policy.yaml".formatted(environment)).exits(0);
  }

  final String apply(String environment) {
    return "apply --only schema --env " + environment + " --ref main";
  }

  /** Has Ada ask for an apply that waits; answers with the rollout's id. */
  final String waiting(String options) {
    return as(ADA, apply("prod") + " --format json " + options)
        .exits(5)
        .json()
        .path("rollout")
        .path("id")
        .asText();
  }

  /** The names of the gates that the youngest rollout stands before. */
  final List<String> unmet(String environment) {
    return rollout(environment)
        .path("gates")
        .valueStream()
        .filter(gate -> !gate.path("met").asBoolean())
        .map(gate -> gate.path("name").asText())
        .toList();
  }

  /** The last apply that was refused. */
  final JsonNode refusal(String environment) {
    return timeline(environment)
        .valueStream()
        .filter(event -> event.path("type").asText().equals("apply-refused"))
        .reduce((first, second) -> second)
        .orElseThrow()
        .path("data");
  }

  final void approvedByGrace(String rollout) {
    as(GRACE, "rollout approve " + rollout).exits(0);
  }

  final void backup(String options) {
    as(
            OSCAR,
            "backup record --env prod --location s3://backups/1 --taken-at %s %s"
                .formatted(Instant.now(), options))
        .exits(0);
  }
}
