package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is forgotten is nowhere any more, and everything that was proven still is. */
@Execution(ExecutionMode.SAME_THREAD)
class ErasureAcceptanceTest extends Governed {

  private static final String POLICY =
      """
      marked: development
      approvals:
        required: 1
      """;

  @SuppressWarnings("NullAway.Init")
  private static LedgerUnderTest own;

  @BeforeAll
  static void start() {
    own = LedgerUnderTest.with(Map.of("ledger.limits.calls", "0"));
  }

  @Override
  LedgerUnderTest ledger() {
    return own;
  }

  /** The tables in which a word is, in whatever row. */
  private List<String> tablesWith(String word) {
    Database database = own.administration("ledger");
    return database
        .query("select tablename from pg_tables where schemaname = 'public' order by 1")
        .stream()
        .filter(table ->
            database
                    .query(
                        """
                        select 1 from %s t
                        where position('%s' in t::text) > 0
                          or position(encode('%s', 'hex') in t::text) > 0
                        limit 1
                        """
                            .formatted(table, word, word))
                    .size()
                > 0)
        .toList();
  }

  private void awaitRebuilt() {
    for (int i = 0; i < 600 && isRebuilding(); i++) {
      LockSupport.parkNanos(100_000_000);
    }
    assertThat(isRebuilding()).isFalse();
  }

  private boolean isRebuilding() {
    return ledgerctl("projection list --format json")
        .exits(0)
        .json()
        .path("items")
        .valueStream()
        .anyMatch(it -> it.path("rebuild").path("state").asText().equals("running"));
  }

  private long positionOf(String type) {
    return timeline("prod")
        .valueStream()
        .filter(it -> it.path("type").asText().equals(type))
        .mapToLong(it -> it.path("position").asLong())
        .max()
        .orElseThrow();
  }

  private JsonNode eventAt(long position) {
    return timeline("prod")
        .valueStream()
        .filter(it -> it.path("position").asLong() == position)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_erased_text_is_nowhere_and_all_proofs_stay_valid() {
    released("prod");
    policy("prod", POLICY);
    repository.declare(WITH_NAME);
    String rollout = waiting("--reason 'Wilhelmina Quux asked'");
    ledgerctl("rollout comment " + rollout + " 'for Wilhelmina'").exits(0);
    as(GRACE, "rollout approve " + rollout + " --reason fine").exits(0);
    as(ADA, "rollout resume " + rollout).exits(0);
    ledgerctl("evidence export --env prod --rollout " + rollout + " --output before.zip").exits(0);
    ledgerctl("evidence trust --output trust.json").exits(0);
    assertThat(tablesWith("Wilhelmina"))
        .contains("free_text", "view_release", "view_rollout")
        .doesNotContain("ledger_event", "ledger_leaf", "artifact", "view_timeline");

    long proposed = positionOf("plan-proposed");
    ledgerctl("text erase " + proposed + " --reason 'asked to'").exits(0).prints("Erased 2 texts");
    ledgerctl("text erase " + positionOf("plan-commented")).exits(0);
    awaitRebuilt();

    assertThat(tablesWith("Wilhelmina")).isEmpty();
    assertThat(eventAt(proposed).path("data").path("reason").asText()).isEqualTo("(erased)");
    ledgerctl("rollout show " + rollout).exits(0).prints("(erased)");
    ledgerctl("evidence verify --live").exits(0);
    ledgerctl("replay --verify").exits(0);
    ledgerctl("evidence verify before.zip --trust trust.json").exits(0);
    ledgerctl("evidence export --env prod --rollout " + rollout + " --output after.zip").exits(0);
    ledgerctl("evidence verify after.zip --trust trust.json").exits(0);
    assertThat(
            own.administration("ledger")
                .query(
                    "select type from view_timeline where subject is null and type ="
                        + " 'texts-erased'"))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void what_is_erased_or_was_never_there_cannot_be_erased() {
    released("prod");
    ledgerctl("env freeze --env prod --reason 'Wilhelmina is away'").exits(0);
    long frozen = positionOf("environment-frozen");
    ledgerctl("text erase " + frozen).exits(0);

    ledgerctl("text erase " + frozen).exits(1).says("No text is kept beside event #" + frozen);
    ledgerctl("text erase 999999999").exits(1);
    as(ADA, "text erase " + frozen).exits(4);
    repository.declare(WITH_NAME);
    as(ADA, apply("prod")).exits(4).says("(erased)");
  }

  @Test
  void an_actor_who_is_erased_has_acted_all_the_same() {
    released("prod");
    policy("prod", POLICY);
    repository.declare(WITH_NAME);
    person("wilhelmina", "deployer");
    String rollout =
        as("wilhelmina deployer", apply("prod") + " --format json --reason 'Wilhelmina again'")
            .exits(5)
            .json()
            .path("rollout")
            .path("id")
            .asText();
    String name = "wilhelmina." + project;
    approvedByGrace(rollout);
    // The release repeats the reason, and is another one's doing.
    as(ADA, "rollout resume " + rollout).exits(0);

    ledgerctl("actor erase " + name).exits(4).says("The actor still has token tok_");
    ledgerctl("token list --format json")
        .exits(0)
        .json()
        .path("items")
        .valueStream()
        .filter(it -> it.path("actorName").asText().equals(name))
        .map(it -> it.path("id").asText())
        .collect(Collectors.toList())
        .forEach(token -> ledgerctl("token revoke " + token).exits(0));
    ledgerctl("actor erase " + name + " --texts").exits(0).prints("Erased who the actor was");
    awaitRebuilt();

    assertThat(tablesWith("ilhelmina")).isEmpty();
    assertThat(ledgerctl("actor list").exits(0).out()).doesNotContain("wilhelmina");
    ledgerctl("rollout show " + rollout).exits(0).prints("act_", "(erased)");
    ledgerctl("evidence export --env prod --rollout " + rollout + " --output r.zip").exits(0);
    ledgerctl("evidence trust --output trust.json").exits(0);
    ledgerctl("evidence verify r.zip --trust trust.json").exits(0);
    ledgerctl("actor erase " + name).exits(1);
  }

  @Test
  void an_actor_with_a_role_is_not_erased() {
    released("prod");
    String name = "grace." + project;
    ledgerctl("group add dba --actor " + name).exits(0);

    ledgerctl("actor erase " + name).exits(4);
  }
}
