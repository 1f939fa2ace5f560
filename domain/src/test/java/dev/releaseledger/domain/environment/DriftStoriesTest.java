package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Facts.clean;
import static dev.releaseledger.domain.environment.Facts.created;
import static dev.releaseledger.domain.environment.Facts.drift;
import static dev.releaseledger.domain.environment.Facts.resolved;
import static dev.releaseledger.domain.environment.Facts.until;
import static dev.releaseledger.domain.environment.Names.ALICE;
import static dev.releaseledger.domain.environment.Names.BASE;
import static dev.releaseledger.domain.environment.Names.NOW;
import static dev.releaseledger.domain.environment.Names.PLAN;
import static dev.releaseledger.domain.environment.Names.PROD;
import static dev.releaseledger.domain.environment.Names.TARGET;
import static dev.releaseledger.domain.environment.Names.at;
import static dev.releaseledger.domain.environment.Story.given;
import static dev.releaseledger.domain.environment.Wishes.findClean;
import static dev.releaseledger.domain.environment.Wishes.findDrift;
import static dev.releaseledger.domain.environment.Wishes.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentCommand.RecordDriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DriftPresent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriftStoriesTest {

  @ParameterizedTest
  @EnumSource(names = {"PREFLIGHT", "REQUESTED", "PROMOTION"})
  void a_clean_check_is_recorded(DriftCheck check) {
    given(created(0)).when(findClean(null, check, BASE)).then(clean(null, check, BASE));
  }

  @ParameterizedTest
  @EnumSource(names = {"PREFLIGHT", "REQUESTED", "PROMOTION"})
  void drift_is_recorded_with_its_differences_and_its_report(DriftCheck check) {
    given(created(0)).when(findDrift(null, check)).then(drift(null, check));
  }

  @Test
  void drift_stays_until_a_check_finds_it_gone() {
    assertThat(given(created(0), drift(null, DriftCheck.REQUESTED)).state().drifted()).isTrue();
  }

  @Test
  void the_first_clean_check_after_drift_resolves_it() {
    given(created(0), drift(null, DriftCheck.REQUESTED))
        .when(findClean(null, DriftCheck.REQUESTED, BASE))
        .then(resolved(DriftCheck.REQUESTED, BASE), clean(null, DriftCheck.REQUESTED, BASE));
  }

  @Test
  void drift_is_resolved_once() {
    given(
            created(0),
            drift(null, DriftCheck.REQUESTED),
            resolved(DriftCheck.REQUESTED, BASE),
            clean(null, DriftCheck.REQUESTED, BASE))
        .when(findClean(null, DriftCheck.REQUESTED, BASE))
        .then(clean(null, DriftCheck.REQUESTED, BASE));
  }

  @Test
  void other_fingerprints_are_drift_even_when_nobody_can_name_a_difference() {
    given(created(0))
        .when(
            new RecordDriftCheck(
                PROD, null, DriftCheck.REQUESTED, BASE, TARGET, List.of(), null, ALICE, NOW))
        .then(
            new DriftDetected(
                "shop",
                "prod",
                null,
                DriftCheck.REQUESTED,
                BASE,
                TARGET,
                List.of(),
                0,
                "",
                ALICE,
                NOW));
  }

  @Test
  void an_event_lists_the_first_fifty_differences_and_counts_all() {
    List<String> many = IntStream.range(0, 51).mapToObj(i -> "difference " + i).toList();
    Story.Ending ending =
        given(created(0))
            .when(
                new RecordDriftCheck(
                    PROD, null, DriftCheck.REQUESTED, BASE, TARGET, many, "sha256:r", ALICE, NOW));

    assertThat(ending.events())
        .singleElement()
        .isInstanceOfSatisfying(
            DriftDetected.class,
            event -> {
              assertThat(event.differences()).isEqualTo(many.subList(0, 50));
              assertThat(event.differenceCount()).isEqualTo(51);
            });
  }

  @Test
  void a_clean_check_after_applying_verifies_the_rollout() {
    Environment state =
        given(until(RolloutStatus.APPLIED))
            .when(findClean(PLAN, DriftCheck.POST_APPLY, TARGET))
            .state();

    assertThat(status(state)).isEqualTo(RolloutStatus.VERIFIED);
  }

  @Test
  void a_clean_check_before_applying_verifies_nothing() {
    Environment state =
        given(until(RolloutStatus.APPROVED))
            .when(findClean(PLAN, DriftCheck.PREFLIGHT, BASE))
            .state();

    assertThat(status(state)).isEqualTo(RolloutStatus.APPROVED);
  }

  @Test
  void drift_after_applying_holds_the_rollout() {
    Environment state =
        given(until(RolloutStatus.APPLIED)).when(findDrift(PLAN, DriftCheck.POST_APPLY)).state();

    assertThat(status(state)).isEqualTo(RolloutStatus.DRIFTED);
    assertThat(state.underway()).isPresent();
  }

  @Test
  void a_rollout_held_by_drift_is_verified_once_the_drift_is_gone() {
    given(until(RolloutStatus.DRIFTED))
        .when(findClean(PLAN, DriftCheck.POST_APPLY, TARGET))
        .then(resolved(DriftCheck.POST_APPLY, TARGET), clean(PLAN, DriftCheck.POST_APPLY, TARGET));
  }

  @Test
  void drift_found_on_request_does_not_end_the_rollout_underway() {
    Environment state =
        given(until(RolloutStatus.APPLIED)).when(findDrift(null, DriftCheck.REQUESTED)).state();

    assertThat(status(state)).isEqualTo(RolloutStatus.APPLIED);
  }

  @Test
  void a_verified_rollout_is_not_released_onto_a_database_that_has_drifted_since() {
    given(until(RolloutStatus.VERIFIED))
        .and(drift(null, DriftCheck.REQUESTED))
        .when(release())
        .thenRefused(new DriftPresent("shop/prod"));
  }

  @Test
  void a_verified_rollout_that_is_checked_again_and_drifted_is_held() {
    Environment state =
        given(until(RolloutStatus.VERIFIED)).when(findDrift(PLAN, DriftCheck.POST_APPLY)).state();

    assertThat(status(state)).isEqualTo(RolloutStatus.DRIFTED);
  }

  @Test
  void a_connection_that_was_not_read_is_drift() {
    var two = at("fp:base");
    two.put("audit", "fp:audit");
    Environment state =
        given(created(0))
            .when(
                new RecordDriftCheck(
                    PROD, null, DriftCheck.REQUESTED, two, BASE, List.of(), null, ALICE, NOW))
            .state();

    assertThat(state.drifted()).isTrue();
  }

  private static RolloutStatus status(Environment state) {
    return state.rollout(PLAN).orElseThrow().status();
  }
}
