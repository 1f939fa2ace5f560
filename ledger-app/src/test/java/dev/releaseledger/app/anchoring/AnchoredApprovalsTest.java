package dev.releaseledger.app.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.anchoring.AnchoringInstance.MovableClock;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.app.store.Tampering;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.gate.AnchoredApproval;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which approvals are proven to be in a checkpoint that others keep. */
@PostgresTest
class AnchoredApprovalsTest {

  private static final EnvironmentId PROD = new EnvironmentId("shop", "prod");
  private static final String AT = "2026-11-29T09:00:00Z";
  private static final AnchoredApproval ADA = new AnchoredApproval("act_ada", Instant.parse(AT));

  private final StandInPlaces places = new StandInPlaces();
  private RunningLedger ledger;
  private AnchoringInstance instance;
  private int events;

  @TempDir private Path data;

  @BeforeEach
  void start(TestDatabase database) throws IOException {
    ledger = RunningLedger.on(database, "node-1");
    Files.writeString(data.resolve("anchors.txt"), "git a /a main\nrequired 1\n");
    instance =
        new AnchoringInstance(
            ledger, data, places, new MovableClock(), Map.of("evidence.gate", "anchored"));
  }

  @AfterEach
  void stop() {
    instance.close();
    ledger.close();
  }

  private @Nullable Set<AnchoredApproval> proven(String rollout) {
    return instance.the(AnchoredApprovals.class).of(PROD, rollout);
  }

  @Test
  void an_approval_counts_once_a_checkpoint_with_it_is_anchored() {
    approve("rol_1", "act_ada");
    assertThat(proven("rol_1")).isEmpty();

    instance.round();

    assertThat(proven("rol_1")).containsExactly(ADA);
    assertThat(proven("rol_2")).isEmpty();
  }

  @Test
  void an_approval_behind_the_anchored_checkpoint_does_not_count_yet() {
    approve("rol_1", "act_ada");
    instance.round();
    approve("rol_1", "act_eve");
    places.fails("a");
    instance.round();

    assertThat(proven("rol_1")).containsExactly(ADA);
  }

  @Test
  void an_approval_that_was_edited_afterwards_is_not_proven(TestDatabase database)
      throws SQLException {
    approve("rol_1", "act_mallory");
    instance.round();
    assertThat(proven("rol_1")).isNotEmpty();

    Tampering.with(
        database, "update ledger_event set payload = replace(payload, 'act_mallory', 'act_ada')");

    assertThat(proven("rol_1")).isEmpty();
  }

  @Test
  void where_nobody_asks_for_it_nothing_is_looked_up() {
    try (AnchoringInstance other =
        new AnchoringInstance(ledger, data, places, new MovableClock(), Map.of())) {
      assertThat(other.the(AnchoredApprovals.class).of(PROD, "rol_1")).isNull();
    }
  }

  private void approve(String rollout, String actor) {
    events++;
    int unused =
        ledger
            .jdbc()
            .sql(
                """
                insert into ledger_event (event_id, stream, stream_sequence, stream_type,
                  recorded_at, name, payload, metadata)
                values (?, ?, ?, 'EnvironmentAggregate', ?, 'plan-approved', ?, '{}')
                """)
            .params(
                "event-" + events,
                PROD.stream(),
                events,
                AT,
                """
                {"project":"shop","environment":"prod","rollout":"%s","planDigest":"sha256:1",\
                "reason":null,"capacities":[],"complete":true,"reference":null,"channel":null,\
                "signature":null,"actor":"%s","at":"%s"}\
                """
                    .formatted(rollout, actor, AT))
            .update();
  }
}
