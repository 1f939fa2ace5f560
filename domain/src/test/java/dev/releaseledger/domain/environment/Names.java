package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.release.Release;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who and what the stories are about. */
final class Names {

  static final EnvironmentId PROD = new EnvironmentId("shop", "prod");
  static final String ALICE = "act_alice";
  static final String BOB = "act_bob";
  static final String CAROL = "act_carol";
  static final Instant NOW = Instant.parse("2026-01-20T10:00:00Z");
  static final Instant COMMITTED = Instant.parse("2026-01-19T09:00:00Z");
  static final String PLAN = "rol_1";
  static final String DIGEST = "sha256:plan1";
  static final String COMMIT = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";
  static final SortedMap<String, String> BASE = at("fp:base");
  static final SortedMap<String, String> TARGET = at("fp:target");
  static final SortedMap<String, String> SNAPSHOTS = at("sha256:snapshot");

  /** What a successful rollout of the plan releases. */
  static final Release RELEASE = Release.ofCommit("shop", COMMIT, COMMITTED, TARGET, SNAPSHOTS);

  /** What the environment was on before. */
  static final Release EARLIER =
      Release.ofCommit("shop", "beef", COMMITTED.minusSeconds(60), BASE, SNAPSHOTS);

  private Names() {}

  /** A value for the environment's one connection. */
  static SortedMap<String, String> at(String value) {
    SortedMap<String, String> map = new TreeMap<>();
    map.put("main", value);
    return map;
  }
}
