package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Facts.advanced;
import static dev.releaseledger.domain.environment.Facts.created;
import static dev.releaseledger.domain.environment.Facts.overtaken;
import static dev.releaseledger.domain.environment.Facts.proposed;
import static dev.releaseledger.domain.environment.Facts.until;
import static dev.releaseledger.domain.environment.Names.ALICE;
import static dev.releaseledger.domain.environment.Names.BASE;
import static dev.releaseledger.domain.environment.Names.COMMIT;
import static dev.releaseledger.domain.environment.Names.EARLIER;
import static dev.releaseledger.domain.environment.Names.NOW;
import static dev.releaseledger.domain.environment.Names.PLAN;
import static dev.releaseledger.domain.environment.Names.RELEASE;
import static dev.releaseledger.domain.environment.Names.SNAPSHOTS;
import static dev.releaseledger.domain.environment.Names.TARGET;
import static dev.releaseledger.domain.environment.Names.at;
import static dev.releaseledger.domain.environment.Story.given;
import static dev.releaseledger.domain.environment.Wishes.adopt;
import static dev.releaseledger.domain.environment.Wishes.baseline;
import static dev.releaseledger.domain.environment.Wishes.release;
import static dev.releaseledger.domain.environment.Wishes.rollBack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.EnvironmentRefusal.SchemaDiffers;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRelease;
import dev.releaseledger.domain.release.Release;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseStoriesTest {

  private static final ReleaseAdvanced BASELINED =
      advanced(EARLIER, ReleaseCause.BASELINE, null, null, "adopted");

  @Test
  void a_verified_rollout_becomes_the_release_of_its_commit() {
    given(until(RolloutStatus.VERIFIED))
        .when(release())
        .then(advanced(RELEASE, ReleaseCause.APPLY, PLAN, null, "ticket 7"));
  }

  @Test
  void a_release_names_the_one_before() {
    given(created(0), BASELINED)
        .and(until(RolloutStatus.VERIFIED).stream().skip(1).toArray(EnvironmentEvent[]::new))
        .when(release())
        .then(advanced(RELEASE, ReleaseCause.APPLY, PLAN, EARLIER.id().value(), "ticket 7"));
  }

  @Test
  void a_released_rollout_is_over() {
    Environment state = given(until(RolloutStatus.VERIFIED)).when(release()).state();

    assertThat(state.underway()).isEmpty();
    assertThat(state.expected()).isEqualTo(TARGET);
  }

  @Test
  void plans_made_for_the_schema_before_are_invalidated_by_a_release() {
    given(created(1), proposed("rol_0", "sha256:plan0", BASE, at("fp:other"), 1))
        .and(until(RolloutStatus.VERIFIED).stream().skip(1).toArray(EnvironmentEvent[]::new))
        .when(release())
        .then(
            advanced(RELEASE, ReleaseCause.APPLY, PLAN, null, "ticket 7"),
            overtaken("rol_0", RELEASE, ALICE));
  }

  @Test
  void plans_made_for_the_schema_of_the_release_stay_open() {
    given(created(1), proposed("rol_0", "sha256:plan0", TARGET, at("fp:other"), 1))
        .and(until(RolloutStatus.VERIFIED).stream().skip(1).toArray(EnvironmentEvent[]::new))
        .when(release())
        .then(advanced(RELEASE, ReleaseCause.APPLY, PLAN, null, "ticket 7"));
  }

  @Test
  void what_is_over_is_not_invalidated() {
    given(until(RolloutStatus.REJECTED))
        .when(baseline(RELEASE))
        .then(advanced(RELEASE, ReleaseCause.BASELINE, null, null, "adopted"));
  }

  @Test
  void a_database_is_adopted_as_the_first_release() {
    given(created(0)).when(baseline(EARLIER)).then(BASELINED);
  }

  @Test
  void a_baseline_makes_its_schema_the_one_last_known() {
    assertThat(given(created(0)).when(baseline(EARLIER)).state().lastKnown()).isEqualTo(BASE);
  }

  @Test
  void a_later_baseline_adopts_what_the_database_has_become() {
    given(created(0), BASELINED)
        .when(baseline(RELEASE))
        .then(advanced(RELEASE, ReleaseCause.BASELINE, null, EARLIER.id().value(), "adopted"));
  }

  @Test
  void a_baseline_without_a_commit_has_no_ref() {
    Release found = Release.ofDatabase("shop", "prod", NOW, BASE, SNAPSHOTS);
    Environment state = given(created(0)).when(baseline(found)).state();

    assertThat(state.current()).isNotNull().extracting(ReleaseAdvanced::ref).isNull();
  }

  @Test
  void a_release_whose_schema_is_there_is_adopted() {
    given(created(0))
        .when(adopt(RELEASE, TARGET))
        .then(advanced(RELEASE, ReleaseCause.PROMOTE, null, null, "from staging"));
  }

  @Test
  void a_release_whose_schema_is_not_there_is_not_adopted() {
    given(created(0))
        .when(adopt(RELEASE, BASE))
        .thenRefused(new SchemaDiffers("shop/prod", RELEASE.id().value(), Set.of("main")));
  }

  @Test
  void a_release_of_a_connection_that_is_not_here_is_not_adopted() {
    SortedMap<String, String> two = at("fp:target");
    two.put("audit", "fp:audit");
    Release wider = Release.ofCommit("shop", COMMIT, NOW, two, SNAPSHOTS);

    given(created(0))
        .when(adopt(wider, TARGET))
        .thenRefused(new SchemaDiffers("shop/prod", wider.id().value(), Set.of("audit")));
  }

  @Test
  void a_release_that_says_nothing_about_a_connection_is_not_adopted() {
    SortedMap<String, String> none = at("");
    none.clear();
    Release narrower = Release.ofCommit("shop", COMMIT, NOW, none, none);

    given(created(0))
        .when(adopt(narrower, TARGET))
        .thenRefused(new SchemaDiffers("shop/prod", narrower.id().value(), Set.of("main")));
  }

  @Test
  void the_pointer_goes_back_to_a_release_the_environment_had() {
    given(created(0), BASELINED, advanced(RELEASE, ReleaseCause.APPLY, null, null, null))
        .when(rollBack(EARLIER.id().value()))
        .then(advanced(EARLIER, ReleaseCause.ROLLBACK, null, RELEASE.id().value(), "orders fail"));
  }

  @Test
  void the_pointer_does_not_go_where_the_environment_never_was() {
    given(created(0), BASELINED)
        .when(rollBack(RELEASE.id().value()))
        .thenRefused(new UnknownRelease("shop/prod", RELEASE.id().value()));
  }

  @Test
  void moving_the_pointer_back_undoes_no_schema() {
    Environment state =
        given(created(0), BASELINED, advanced(RELEASE, ReleaseCause.APPLY, null, null, null))
            .when(rollBack(EARLIER.id().value()))
            .state();

    assertThat(state.lastKnown()).isEqualTo(TARGET);
    assertThat(state.expected()).isEqualTo(BASE);
  }

  @Test
  void plans_stay_open_when_the_pointer_goes_back_because_the_schema_stays() {
    given(created(1), BASELINED, advanced(RELEASE, ReleaseCause.APPLY, null, null, null))
        .and(proposed("rol_2", "sha256:plan2", TARGET, at("fp:next"), 1))
        .when(rollBack(EARLIER.id().value()))
        .then(advanced(EARLIER, ReleaseCause.ROLLBACK, null, RELEASE.id().value(), "orders fail"));
  }

  @ParameterizedTest
  @EnumSource(names = {"APPLYING", "APPLIED", "DRIFTED", "VERIFIED"})
  void nothing_is_baselined_while_a_plan_is_underway(RolloutStatus status) {
    given(until(status)).when(baseline(EARLIER)).thenRefused(new AnotherApply("shop/prod", PLAN));
  }

  @ParameterizedTest
  @EnumSource(names = {"APPLYING", "APPLIED", "DRIFTED", "VERIFIED"})
  void nothing_is_adopted_while_a_plan_is_underway(RolloutStatus status) {
    given(until(status))
        .when(adopt(RELEASE, TARGET))
        .thenRefused(new AnotherApply("shop/prod", PLAN));
  }

  @ParameterizedTest
  @EnumSource(names = {"APPLYING", "APPLIED", "DRIFTED", "VERIFIED"})
  void the_pointer_does_not_go_back_while_a_plan_is_underway(RolloutStatus status) {
    given(created(1), BASELINED)
        .and(until(status).stream().skip(1).toArray(EnvironmentEvent[]::new))
        .when(rollBack(EARLIER.id().value()))
        .thenRefused(new AnotherApply("shop/prod", PLAN));
  }
}
