package dev.releaseledger.domain.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentCommand.AdvanceRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.AppliedStatement;
import dev.releaseledger.domain.environment.EnvironmentCommand.CompleteStage;
import dev.releaseledger.domain.environment.EnvironmentCommand.CreateEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.ProposePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordDriftCheck;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.SucceedApply;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told twice, or too late, must not be recorded as if it were new. */
class LateNewsTest {

  private static final EnvironmentId ID = new EnvironmentId("shop", "prod");
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final SortedMap<String, String> BEFORE = new TreeMap<>(java.util.Map.of("a", "1"));
  private static final SortedMap<String, String> AFTER = new TreeMap<>(java.util.Map.of("a", "2"));

  @Test
  void a_stage_is_recorded_once() {
    Environment applying = applying();
    CompleteStage done =
        new CompleteStage(
            ID, "r", 1, "a", 1, List.of(new AppliedStatement(1, "sha256:0", 5)), "ann", AT);
    Environment after = after(applying, done);
    assertThat(Deciding.decide(after, done)).isEqualTo(Decision.accept(List.of()));
  }

  @Test
  void half_of_a_plan_is_no_drift() {
    assertThat(Deciding.decide(applying(), check(null, DriftCheck.REQUESTED)))
        .isEqualTo(Decision.decline(new AnotherApply("shop/prod", "r")));
  }

  @Test
  void a_second_check_after_the_release_does_not_open_the_rollout_again() {
    Environment applied = after(applying(), new SucceedApply(ID, "r", 1, "ann", AT));
    Environment verified = after(applied, check("r", DriftCheck.POST_APPLY));
    Environment released = after(verified, new AdvanceRelease(ID, "r", "ann", AT));
    assertThat(Deciding.decide(released, check("r", DriftCheck.POST_APPLY)))
        .isInstanceOf(Decision.Declined.class);
  }

  private static RecordDriftCheck check(@Nullable String rollout, DriftCheck check) {
    return new RecordDriftCheck(ID, rollout, check, AFTER, AFTER, List.of(), null, "ann", AT);
  }

  private static Environment applying() {
    Environment created =
        after(
            Environment.initial(), new CreateEnvironment(ID, new TreeMap<>(), 0, null, "ann", AT));
    Environment proposed =
        after(
            created,
            new ProposePlan(
                ID,
                "r",
                "sha256:p",
                "c0ffee",
                "main",
                AT,
                BEFORE,
                AFTER,
                new TreeMap<>(),
                "sha256:r",
                1,
                List.of(),
                false,
                null,
                0,
                null,
                Terms.NONE,
                "manual",
                null,
                "ann",
                AT));
    return after(
        proposed,
        new StartApply(ID, "r", "sha256:p", Wishes.open(), false, "node", "manual", "ann", AT));
  }

  private static Environment after(Environment state, EnvironmentCommand command) {
    Decision decision = Deciding.decide(state, command);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    Environment next = state;
    for (EnvironmentEvent event : ((Decision.Accepted) decision).events()) {
      next = next.evolve(event);
    }
    return next;
  }
}
