package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Facts.created;
import static dev.releaseledger.domain.environment.Facts.frozen;
import static dev.releaseledger.domain.environment.Facts.unfrozen;
import static dev.releaseledger.domain.environment.Facts.until;
import static dev.releaseledger.domain.environment.Names.ALICE;
import static dev.releaseledger.domain.environment.Names.NOW;
import static dev.releaseledger.domain.environment.Names.PROD;
import static dev.releaseledger.domain.environment.Story.given;
import static dev.releaseledger.domain.environment.Wishes.create;
import static dev.releaseledger.domain.environment.Wishes.freeze;
import static dev.releaseledger.domain.environment.Wishes.unfreeze;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentCommand.RecordRefusedApply;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentRefusal.NotFrozen;
import org.junit.jupiter.api.Test;

class EnvironmentLifeTest {

  private static final RecordRefusedApply REFUSED =
      new RecordRefusedApply(
          PROD, null, "main", "destructive-without-force", "It drops a column.", ALICE, NOW);

  @Test
  void an_environment_begins_with_its_connections_and_its_policy() {
    given().when(create(2)).then(created(2));
  }

  @Test
  void a_new_environment_has_no_release_and_nothing_is_expected_of_its_databases() {
    Environment state = given(created(0)).state();

    assertThat(state.current()).isNull();
    assertThat(state.expected()).isEmpty();
    assertThat(state.lastKnown()).isEmpty();
  }

  @Test
  void freezing_is_recorded_with_its_reason() {
    given(created(0)).when(freeze()).then(frozen());
  }

  @Test
  void freezing_again_replaces_the_reason() {
    given(created(0), frozen()).when(freeze()).then(frozen());
  }

  @Test
  void unfreezing_is_recorded_with_its_reason() {
    given(created(0), frozen()).when(unfreeze()).then(unfrozen());
  }

  @Test
  void what_is_not_frozen_cannot_be_unfrozen() {
    given(created(0)).when(unfreeze()).thenRefused(new NotFrozen("shop/prod"));
  }

  @Test
  void unfreezing_once_is_enough() {
    given(created(0), frozen(), unfrozen()).when(unfreeze()).thenRefused("not-frozen");
  }

  @Test
  void a_refused_apply_is_recorded_with_the_name_of_its_refusal() {
    given(created(0))
        .when(REFUSED)
        .then(
            new ApplyRefused(
                "shop",
                "prod",
                null,
                "main",
                "destructive-without-force",
                "It drops a column.",
                ALICE,
                NOW));
  }

  @Test
  void a_refused_apply_changes_nothing() {
    Story story = given(until(RolloutStatus.APPLYING));

    assertThat(story.when(REFUSED).state()).isEqualTo(story.state());
  }

  @Test
  void a_stream_is_named_after_the_project_and_the_environment() {
    assertThat(PROD.stream()).isEqualTo("environment:shop/prod");
    assertThat(EnvironmentId.ofStream("environment:shop/prod")).isEqualTo(PROD);
  }
}
